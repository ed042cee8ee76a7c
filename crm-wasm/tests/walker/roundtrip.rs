//! For random schemas and random values of them: decoding gives what is meant, and encoding that gives it back.
//!
//! Every sample is made three times, as the portal writes it, as a caller gets it and as it is sent again, so the walker is
//! compared with what the types mean and not with itself.

use std::collections::BTreeMap;

use crm_wasm::json::Walker;
use crm_wasm::schema::{Field, Object, Type};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

use crate::portal::{decoded, decoded_by, encoded_by, field};

/// A type, as long as it is not in a table.
#[derive(Clone, Debug)]
enum Shape {
    Any,
    Text,
    Integer,
    Double,
    Id,
    Boolean,
    Flag,
    Bit,
    Date,
    Datetime,
    File,
    Enum,
    List(Box<Shape>),
    Map(Box<Shape>),
    Object(BTreeMap<String, Shape>),
    /// A scalar or a container.
    Either(Box<Shape>, Box<Shape>),
}

/// A value in three forms.
#[derive(Clone, Debug)]
struct Sample {
    wire: Value,
    got: Value,
    sent: Value,
}

impl Sample {
    fn new(wire: impl Into<Value>, got: impl Into<Value>, sent: impl Into<Value>) -> Self {
        Self {
            wire: wire.into(),
            got: got.into(),
            sent: sent.into(),
        }
    }

    fn same(value: impl Into<Value>) -> Self {
        let value = value.into();
        Self {
            wire: value.clone(),
            got: value.clone(),
            sent: value,
        }
    }

    /// An unset field of a portal.
    fn unset() -> Self {
        Self::new("", Value::Null, "")
    }
}

fn scalar() -> impl Strategy<Value = Shape> {
    prop::sample::select(vec![
        Shape::Text,
        Shape::Integer,
        Shape::Double,
        Shape::Id,
        Shape::Boolean,
        Shape::Flag,
        Shape::Bit,
        Shape::Date,
        Shape::Datetime,
        Shape::File,
        Shape::Enum,
    ])
}

fn object(inner: impl Strategy<Value = Shape>) -> impl Strategy<Value = Shape> {
    prop::collection::btree_map("[A-Z][A-Z_0-9]{0,6}", inner, 0..6).prop_map(Shape::Object)
}

/// An object of anything, four levels deep at most.
fn schema() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![4 => scalar(), 1 => Just(Shape::Any)];
    let inner = leaf.prop_recursive(3, 16, 4, |inner| {
        let container = prop_oneof![
            inner.clone().prop_map(|inner| Shape::List(Box::new(inner))),
            inner.clone().prop_map(|inner| Shape::Map(Box::new(inner))),
            object(inner),
        ];
        let number = prop::sample::select(vec![Shape::Integer, Shape::Flag, Shape::Date]);
        let either = (number, container.clone());
        let either = either.prop_map(|(one, other)| Shape::Either(Box::new(one), Box::new(other)));
        prop_oneof![4 => container, 1 => either]
    });
    object(inner)
}

/// Puts a shape into a table that lives as long as the tests do.
fn build(shape: &Shape, objects: &mut Vec<Object>) -> Type {
    let leak = |ty: Type| -> &'static Type { Box::leak(Box::new(ty)) };
    match shape {
        Shape::Any => Type::Any,
        Shape::Text => Type::Text,
        Shape::Integer => Type::Integer,
        Shape::Double => Type::Double,
        Shape::Id => Type::Id,
        Shape::Boolean => Type::Boolean,
        Shape::Flag => Type::Flag,
        Shape::Bit => Type::Bit,
        Shape::Date => Type::Date,
        Shape::Datetime => Type::Datetime,
        Shape::File => Type::File,
        Shape::Enum => Type::Enum(&["WORK", "HOME", ""]),
        Shape::List(inner) => Type::List(leak(build(inner, objects))),
        Shape::Map(inner) => Type::Map(leak(build(inner, objects))),
        Shape::Either(one, other) => {
            let types = vec![build(one, objects), build(other, objects)];
            Type::OneOf(Vec::leak(types))
        }
        Shape::Object(members) => {
            let id = u16::try_from(objects.len()).unwrap();
            objects.push(Object { fields: &[] });
            let fields: Vec<Field> = members
                .iter()
                .map(|(name, shape)| field(String::leak(name.clone()), build(shape, objects)))
                .collect();
            objects[usize::from(id)].fields = Vec::leak(fields);
            Type::Object(id)
        }
    }
}

/// Values of a shape.
fn values(shape: &Shape) -> BoxedStrategy<Sample> {
    match shape {
        Shape::Any => anything().boxed(),
        Shape::Text => any::<String>().prop_map(Sample::same).boxed(),
        Shape::Integer => integers(-SAFE..=SAFE),
        Shape::Id => integers(0..=SAFE),
        Shape::Double => doubles().boxed(),
        Shape::Boolean => booleans(Value::Bool),
        Shape::Flag => booleans(|value| if value { "Y" } else { "N" }.into()),
        Shape::Bit => booleans(|value| u8::from(value).into()),
        Shape::Date => dates().boxed(),
        Shape::Datetime => moments().boxed(),
        Shape::File => prop_oneof![
            Just(Sample::unset()),
            any::<u32>().prop_map(|id| Sample::same(json!({"id": id, "showUrl": "/show?id=1&x"}))),
        ]
        .boxed(),
        Shape::Enum => prop::sample::select(vec!["WORK", "HOME", ""])
            .prop_map(Sample::same)
            .boxed(),
        Shape::List(inner) => lists(inner),
        Shape::Map(inner) => prop::collection::btree_map(any::<String>(), values(inner), 0..4)
            .prop_flat_map(|members| with_empty_list(together(members)))
            .boxed(),
        Shape::Object(members) => objects(members),
        Shape::Either(one, other) => {
            let is_empty =
                |value: &Value| [json!(""), json!([]), json!({}), json!(false)].contains(value);
            let both = prop_oneof![values(one), values(other)];
            both.prop_filter("nothing fits both", move |sample| !is_empty(&sample.wire))
                .boxed()
        }
    }
}

const SAFE: i64 = (1 << 53) - 1;

fn integers(range: std::ops::RangeInclusive<i64>) -> BoxedStrategy<Sample> {
    prop_oneof![
        4 => range.clone().prop_map(|number| Sample::new(number.to_string(), number, number)),
        2 => range.prop_map(Sample::same),
        1 => (SAFE as u64 + 1..).prop_map(|number| Sample::same(number.to_string())),
        1 => Just(Sample::unset()),
    ]
    .boxed()
}

fn doubles() -> impl Strategy<Value = Sample> {
    let written = (-999_999_999_i64..1_000_000_000, 0_usize..6);
    let written = written.prop_map(|(whole, places)| match places {
        0 => whole.to_string(),
        _ => format!(
            "{whole}.{:0places$}",
            whole.unsigned_abs() % 10_u64.pow(u32::try_from(places).unwrap())
        ),
    });
    let written = written.prop_map(|text| {
        let number: Number = serde_json::from_str(&text).unwrap();
        Sample::new(text, number.clone(), number)
    });
    prop_oneof![4 => written, 1 => Just(Sample::unset())]
}

/// Yes and no in all spellings of the portal.
fn booleans(sent: fn(bool) -> Value) -> BoxedStrategy<Sample> {
    let spelling = prop::sample::select(vec![
        (json!("Y"), true),
        (json!("N"), false),
        (json!("y"), true),
        (json!("n"), false),
        (json!("1"), true),
        (json!("0"), false),
        (json!(1), true),
        (json!(0), false),
        (json!(true), true),
        (json!(false), false),
    ]);
    let spelled = spelling.prop_map(move |(wire, value)| Sample::new(wire, value, sent(value)));
    prop_oneof![8 => spelled, 1 => Just(Sample::unset())].boxed()
}

fn dates() -> impl Strategy<Value = Sample> {
    let day = (1000..9999, 1..13, 1..29)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let set = (day, 0..24, 0..4).prop_map(|(day, hours, form)| {
        let wire = match form {
            0 => day.clone(),
            1 => format!("{day}T00:00:00+{hours:02}:00"),
            2 => format!("{day}T{hours:02}:30:00+{hours:02}:30"),
            _ => format!("{day}T00:00:00-{hours:02}:00"),
        };
        Sample::new(wire, day.clone(), day)
    });
    prop_oneof![8 => set, 1 => Just(Sample::unset())]
}

fn moments() -> impl Strategy<Value = Sample> {
    let moment = (1000..9999, 1..13, 1..29, 0..24, 0..60, 0..14).prop_map(
        |(year, month, day, hour, minute, ahead)| {
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+{ahead:02}:00")
        },
    );
    prop_oneof![8 => moment.prop_map(Sample::same), 1 => Just(Sample::unset())]
}

/// Any JSON; numbers that `JSON.parse` would damage come as strings.
fn anything() -> impl Strategy<Value = Sample> {
    let leaf = prop_oneof![
        Just(Sample::same(Value::Null)),
        any::<bool>().prop_map(Sample::same),
        any::<String>().prop_map(Sample::same),
        any::<f64>().prop_map(Sample::same),
        (-SAFE..=SAFE).prop_map(Sample::same),
        (SAFE as u64 + 1..).prop_map(|number| Sample::new(
            number,
            number.to_string(),
            number.to_string()
        )),
        (..-SAFE).prop_map(|number| Sample::new(number, number.to_string(), number.to_string())),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| in_list(&items)),
            prop::collection::btree_map(any::<String>(), inner, 0..4).prop_map(together),
        ]
    })
}

fn in_list(items: &[Sample]) -> Sample {
    let all = |form: fn(&Sample) -> &Value| {
        Value::Array(items.iter().map(|item| form(item).clone()).collect())
    };
    Sample {
        wire: all(|item| &item.wire),
        got: all(|item| &item.got),
        sent: all(|item| &item.sent),
    }
}

fn together(members: BTreeMap<String, Sample>) -> Sample {
    let [mut wire, mut got, mut sent] = [Map::new(), Map::new(), Map::new()];
    for (name, sample) in members {
        wire.insert(name.clone(), sample.wire);
        got.insert(name.clone(), sample.got);
        sent.insert(name, sample.sent);
    }
    Sample::new(wire, got, sent)
}

/// Lists, also as the maps that PHP makes of lists with gaps, and as everything it has for an empty one.
fn lists(inner: &Shape) -> BoxedStrategy<Sample> {
    let empty = prop::sample::select(vec![json!([]), json!({}), json!(false), json!("")]);
    let empty = empty.prop_map(|wire| Sample::new(wire, json!([]), json!([])));
    let full = (
        prop::collection::vec(values(inner), 1..4),
        any::<bool>(),
        0_usize..9,
    );
    let full = full.prop_map(|(items, as_map, first)| {
        let mut list = in_list(&items);
        if as_map {
            let keys = items
                .iter()
                .enumerate()
                .map(|(at, item)| ((first + at * 2).to_string(), item.wire.clone()));
            list.wire = Value::Object(keys.collect());
        }
        list
    });
    prop_oneof![3 => full, 1 => empty].boxed()
}

/// Objects with some of their fields, some of them null, and a few that nobody declared.
fn objects(members: &BTreeMap<String, Shape>) -> BoxedStrategy<Sample> {
    let mut all: BoxedStrategy<Vec<(String, Sample)>> =
        prop::collection::btree_map("uf_[a-z]{1,3}", anything(), 0..3)
            .prop_map(Vec::from_iter)
            .boxed();
    for (name, shape) in members {
        let null = match shape {
            Shape::Any | Shape::List(_) | Shape::Map(_) | Shape::Object(_) => Value::Null,
            _ => json!(""),
        };
        let null = Just(Sample::new(Value::Null, Value::Null, null));
        let value = prop_oneof![6 => values(shape).prop_map(Some), 1 => null.prop_map(Some), 1 => Just(None)];
        let name = name.clone();
        all = (all, value)
            .prop_map(move |(mut all, value)| {
                all.extend(value.map(|value| (name.clone(), value)));
                all
            })
            .boxed();
    }
    all.prop_flat_map(|members| with_empty_list(together(members.into_iter().collect())))
        .boxed()
}

/// The empty map is an empty list to PHP.
fn with_empty_list(sample: Sample) -> impl Strategy<Value = Sample> {
    any::<bool>().prop_map(move |as_list| match &sample.wire {
        Value::Object(wire) if wire.is_empty() && as_list => Sample {
            wire: json!([]),
            ..sample.clone()
        },
        _ => sample.clone(),
    })
}

/// Text as PHP writes it, or with spaces.
fn written(value: &Value, as_php: bool) -> String {
    if as_php {
        value.to_string().replace('/', "\\/")
    } else {
        format!("{value:#}")
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A value after a journey through text, where floats may lose their last digit.
fn settled(value: &Value) -> Value {
    parsed(&value.to_string())
}

/// Null and the empty string are one to the portal.
fn emptied(value: Value) -> Value {
    match value {
        Value::Null => json!(""),
        Value::Array(items) => items.into_iter().map(emptied).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, emptied(value)))
            .collect(),
        other => other,
    }
}

fn case() -> impl Strategy<Value = (Shape, Sample)> {
    schema().prop_flat_map(|shape| (Just(shape.clone()), values(&shape)))
}

proptest! {
    #![proptest_config(crate::cases(3_000))]

    #[test]
    fn values_come_as_meant_and_go_back_as_they_came((shape, sample) in case(), as_php in any::<bool>()) {
        let mut objects = Vec::new();
        let ty = build(&shape, &mut objects);
        let walker = Walker::new(Vec::leak(objects));
        let params: &'static [Field] = Vec::leak(vec![field("p", ty)]);

        let got = decoded_by(walker, &written(&sample.wire, as_php), &ty);
        prop_assert_eq!(parsed(&got), settled(&sample.got));

        let sent = encoded_by(walker, &format!("{{\"p\":{got}}}"), params).unwrap();
        prop_assert_eq!(&parsed(&sent)["p"], &settled(&sample.sent));

        let inner = sent.strip_prefix("{\"p\":").and_then(|rest| rest.strip_suffix('}')).unwrap();
        let again = decoded_by(walker, inner, &ty);
        prop_assert_eq!(emptied(parsed(&again)), emptied(settled(&sample.got)), "it means something else now");
    }

    #[test]
    fn untyped_values_lose_nothing(sample in anything(), as_php in any::<bool>()) {
        let got = decoded(&written(&sample.wire, as_php), &Type::Any);
        prop_assert_eq!(parsed(&got), settled(&sample.got));
    }
}
