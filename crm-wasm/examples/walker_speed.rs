//! How fast the walker is, beside `serde_json` and a plain copy in the same run:
//! `cargo run --release -p crm-wasm --example walker_speed`.

use std::hint::black_box;
use std::time::Instant;

use crm_wasm::json::{Shape, Walker};
use crm_wasm::schema::{Conditions, Field, List, Object, Type};
use serde::de::IgnoredAny;

const ROWS: usize = 50;
const ROUNDS: usize = 2_000;

/// Kinds of fields as a lead has them, with a value of each as a portal writes it.
const KINDS: [(&str, Type, &str); 8] = [
    ("ID", Type::Id, r#""1234""#),
    (
        "TITLE",
        Type::Text,
        r#""Call back on Monday \u0022urgent\u0022""#,
    ),
    ("DATE", Type::Datetime, r#""2024-05-01T12:00:00+03:00""#),
    ("FLAG", Type::Flag, r#""Y""#),
    ("SUM", Type::Double, r#""1500.50""#),
    ("NAME", Type::Text, r#""Anna""#),
    ("NONE", Type::Text, "null"),
    ("BIRTH", Type::Date, r#""2001-11-11T02:00:00+02:00""#),
];

fn main() {
    let names: Vec<&'static str> = (0..40)
        .map(|n| &*String::leak(format!("{}_{:02}", KINDS[n % 8].0, n / 8)))
        .collect();
    let mut fields: Vec<Field> = names
        .iter()
        .enumerate()
        .map(|(n, name)| Field {
            name,
            ty: KINDS[n % 8].1,
            required: false,
            doc: "",
            conditions: Conditions::Any,
        })
        .collect();
    fields.sort_by_key(|field| field.name);
    let walker = Walker::new(Vec::leak(vec![Object {
        fields: Vec::leak(fields),
    }]));
    let answer = page(&names);
    let list = List {
        page: "start",
        rows: &["result"],
        select_key: false,
    };
    let shape = |raw| Shape {
        ty: &Type::Object(0),
        list: Some(&list),
        raw,
    };

    println!(
        "{} leads of {} fields, {} bytes",
        ROWS,
        names.len(),
        answer.len()
    );
    let parse = time("serde_json, to Value", &answer, || {
        black_box(serde_json::from_str::<serde_json::Value>(black_box(&answer)).ok());
    });
    let check = time("serde_json, grammar alone", &answer, || {
        black_box(serde_json::from_str::<IgnoredAny>(black_box(&answer)).ok());
    });
    let copy = time("copy", &answer, || {
        black_box(black_box(&answer).clone());
    });
    let raw = time("walker, raw", &answer, || {
        black_box(
            walker
                .read_answer(black_box(answer.as_bytes()), shape(true), &mut Vec::new())
                .ok(),
        );
    });
    let read = time("walker, decoded", &answer, || {
        black_box(
            walker
                .read_answer(black_box(answer.as_bytes()), shape(false), &mut Vec::new())
                .ok(),
        );
    });
    println!(
        "decoded: {:.2} x Value, {:.2} x grammar, {:.1} x copy",
        read / parse,
        read / check,
        read / copy
    );
    println!("raw: {:.2} x decoded", raw / read);
}

/// An answer of `crm.lead.list`.
fn page(names: &[&str]) -> String {
    let members: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(n, name)| format!("\"{name}\":{}", KINDS[n % 8].2))
        .collect();
    let row = format!("{{{}}}", members.join(","));
    let rows = vec![row; ROWS].join(",");
    format!(
        r#"{{"result":[{rows}],"next":50,"total":2345,"time":{{"start":1714554000,"operating":0.1}}}}"#
    )
}

/// The best of some runs, in microseconds.
fn time(what: &str, text: &str, mut work: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed().as_secs_f64() * 1e6);
    }
    #[allow(clippy::cast_precision_loss, reason = "a page is small")]
    let speed = text.len() as f64 / best;
    println!("{what:>26}: {best:7.1} us {speed:7.0} MB/s");
    best
}
