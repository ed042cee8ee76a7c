//! What each type makes of what the portal writes.

use crm_wasm::schema::Type;

use crate::portal::{LEAD, LIST_SETTINGS, NODE, PHONE, TEXT_SETTINGS, decoded};

/// Checks rows of (the wire, the type, what a caller gets).
fn check(rows: &[(&str, Type, &str)]) {
    for (wire, ty, got) in rows {
        assert_eq!(decoded(wire, ty), *got, "{wire} as {ty:?}");
    }
}

#[test]
fn digits_lose_their_quotes() {
    check(&[
        (r#""12""#, Type::Integer, "12"),
        (r#""-7""#, Type::Integer, "-7"),
        (r#""12""#, Type::Id, "12"),
        (r#""0.00""#, Type::Double, "0.00"),
        (r#""1500.50""#, Type::Double, "1500.50"),
        (r#""1e3""#, Type::Double, "1e3"),
        (r#""\u0031\u0032""#, Type::Integer, "12"),
        ("12", Type::Integer, "12"),
        (r#""""#, Type::Integer, "null"),
        (r#""""#, Type::Double, "null"),
        (r#""""#, Type::Id, "null"),
        ("null", Type::Integer, "null"),
    ]);
}

#[test]
fn what_a_double_cannot_hold_keeps_its_quotes() {
    check(&[
        (r#""9007199254740991""#, Type::Integer, "9007199254740991"),
        (r#""-9007199254740991""#, Type::Integer, "-9007199254740991"),
        (
            r#""9007199254740992""#,
            Type::Integer,
            r#""9007199254740992""#,
        ),
        (
            r#""12345678901234567890""#,
            Type::Id,
            r#""12345678901234567890""#,
        ),
        (r#""0.123456789012345""#, Type::Double, "0.123456789012345"),
        (
            r#""0.1234567890123456""#,
            Type::Double,
            r#""0.1234567890123456""#,
        ),
        (
            r#""100000000000.00000""#,
            Type::Double,
            "100000000000.00000",
        ),
        (r#""1e400""#, Type::Double, r#""1e400""#),
    ]);
}

#[test]
fn what_is_no_number_passes_as_it_came() {
    let strange = [
        r#""12abc""#,
        r#""007""#,
        r#"" 1""#,
        r#""+1""#,
        r#"".5""#,
        r#""1.""#,
        r#""0x10""#,
    ];
    for wire in strange {
        check(&[
            (wire, Type::Integer, wire),
            (wire, Type::Double, wire),
            (wire, Type::Id, wire),
        ]);
    }
    check(&[
        ("true", Type::Integer, "true"),
        ("[1]", Type::Integer, "[1]"),
        (r#"{"a":1}"#, Type::Id, r#"{"a":1}"#),
    ]);
}

#[test]
fn bare_numbers_that_parsing_would_damage_become_strings_anywhere() {
    check(&[
        ("9007199254740993", Type::Any, r#""9007199254740993""#),
        ("-9007199254740993", Type::Integer, r#""-9007199254740993""#),
        (
            r#"{"UF_X":[1,12345678901234567890]}"#,
            LEAD,
            r#"{"UF_X":[1,"12345678901234567890"]}"#,
        ),
        ("1e309", Type::Any, r#""1e309""#),
        ("-1.8e308", Type::Double, r#""-1.8e308""#),
        (
            "1.7976931348623157e308",
            Type::Any,
            "1.7976931348623157e308",
        ),
        ("5e-324", Type::Any, "5e-324"),
        ("1e-325", Type::Any, r#""1e-325""#),
        ("0e999", Type::Any, "0e999"),
        ("0.10000000000000001", Type::Any, "0.10000000000000001"),
        ("9007199254740991", Type::Text, "9007199254740991"),
    ]);
}

#[test]
fn yes_and_no_are_booleans() {
    for ty in [Type::Flag, Type::Boolean, Type::Bit] {
        check(&[
            (r#""Y""#, ty, "true"),
            (r#""n""#, ty, "false"),
            (r#""1""#, ty, "true"),
            (r#""0""#, ty, "false"),
            ("1", ty, "true"),
            ("0", ty, "false"),
            ("true", ty, "true"),
            ("false", ty, "false"),
            (r#""""#, ty, "null"),
            ("null", ty, "null"),
            (r#""yes""#, ty, r#""yes""#),
            ("2", ty, "2"),
            ("1.0", ty, "1.0"),
        ]);
    }
}

#[test]
fn a_shifted_midnight_is_its_date() {
    check(&[
        (r#""2001-11-11""#, Type::Date, r#""2001-11-11""#),
        (
            r#""2001-11-11T00:00:00+02:00""#,
            Type::Date,
            r#""2001-11-11""#,
        ),
        (
            r#""2001-11-11T02:00:00+02:00""#,
            Type::Date,
            r#""2001-11-11""#,
        ),
        (
            r#""2001-11-11T03:00:00+0300""#,
            Type::Date,
            r#""2001-11-11""#,
        ),
        (
            r#""2001-11-10T19:00:00-05:00""#,
            Type::Date,
            r#""2001-11-11""#,
        ),
        (
            r#""2000-12-31T19:00:00-05:00""#,
            Type::Date,
            r#""2001-01-01""#,
        ),
        (
            r#""2024-02-28T19:00:00-05:00""#,
            Type::Date,
            r#""2024-02-29""#,
        ),
        (r#""2001-11-11T00:00:00""#, Type::Date, r#""2001-11-11""#),
        (
            r#""2001-11-11T00:00:00.000Z""#,
            Type::Date,
            r#""2001-11-11""#,
        ),
        (r#""""#, Type::Date, "null"),
        (
            r#""2001-11-11T15:30:00+02:00""#,
            Type::Date,
            r#""2001-11-11T15:30:00+02:00""#,
        ),
        (
            r#""2001-11-11T02:00:01+02:00""#,
            Type::Date,
            r#""2001-11-11T02:00:01+02:00""#,
        ),
        (r#""11.11.2001""#, Type::Date, r#""11.11.2001""#),
        (
            r#""2001-02-29T00:00:00""#,
            Type::Date,
            r#""2001-02-29T00:00:00""#,
        ),
    ]);
}

#[test]
fn moments_pass_and_unset_ones_are_null() {
    check(&[
        (
            r#""2024-05-01T12:00:00+03:00""#,
            Type::Datetime,
            r#""2024-05-01T12:00:00+03:00""#,
        ),
        (r#""""#, Type::Datetime, "null"),
        (r#""soon""#, Type::Datetime, r#""soon""#),
        (r#""""#, Type::File, "null"),
        (r#""""#, Type::Text, r#""""#),
    ]);
}

#[test]
fn empty_maps_and_empty_lists_are_what_they_are_meant_to_be() {
    check(&[
        ("[]", LEAD, "{}"),
        ("[ ]", Type::Map(&Type::Text), "{}"),
        ("[]", Type::Filter(0), "{}"),
        ("[]", Type::Any, "[]"),
        ("{}", Type::List(&Type::Id), "[]"),
        ("false", Type::List(&Type::Id), "[]"),
        (r#""""#, Type::List(&Type::Id), "[]"),
        ("null", Type::List(&Type::Id), "null"),
        ("false", LEAD, "false"),
    ]);
}

#[test]
fn a_map_where_a_list_is_meant_gives_its_values() {
    check(&[
        (r#"{"0":"5","1":"6"}"#, Type::List(&Type::Id), "[5,6]"),
        (
            r#"{ "3" : "5" , "7" : {} }"#,
            Type::List(&Type::Any),
            r#"[  "5" , {} ]"#,
        ),
        (
            r#"{"a":{"ID":"1"},"b":{"ID":"2"}}"#,
            Type::List(&PHONE),
            r#"[{"ID":1},{"ID":2}]"#,
        ),
        (r#"["5","6"]"#, Type::Map(&Type::Integer), "[5,6]"),
    ]);
}

#[test]
fn fields_are_found_by_their_names_however_escaped() {
    check(&[
        (r#"{"ID":"5","TITLE":"a"}"#, LEAD, r#"{"ID":5,"TITLE":"a"}"#),
        (r#"{"\u0049D":"5"}"#, LEAD, r#"{"\u0049D":5}"#),
        (
            r#"{"id":"5","UF_CRM_1":"7"}"#,
            LEAD,
            r#"{"id":"5","UF_CRM_1":"7"}"#,
        ),
        (
            r#"{"PHONE":[{"ID":"1","VALUE":"+7"}]}"#,
            LEAD,
            r#"{"PHONE":[{"ID":1,"VALUE":"+7"}]}"#,
        ),
    ]);
}

#[test]
fn strings_and_spaces_keep_their_bytes() {
    let wire = " { \"TITLE\" : \"\\u0022a\\/b\\u003C\\ud800 \u{2028}é\" ,\n\t\"ID\" :\"7\" } ";
    let got = "{ \"TITLE\" : \"\\u0022a\\/b\\u003C\\ud800 \\u2028\\u00e9\" ,\n\t\"ID\" :7 }";
    assert_eq!(decoded(wire, &LEAD), got);
}

#[test]
fn a_few_characters_beyond_ascii_are_escaped() {
    let wire = r#"{"TITLE":"Zoë 🙂","NAME":"Zoë of the long, long family","ID":"7"}"#;
    let got =
        r#"{"TITLE":"Zo\u00eb \ud83d\ude42","NAME":"Zo\u00eb of the long, long family","ID":7}"#;
    assert_eq!(decoded(wire, &LEAD), got);
}

#[test]
fn of_several_types_the_first_that_fits_is_taken() {
    const NUMBER_OR_TEXT: Type = Type::OneOf(&[Type::Integer, Type::Text]);
    const TEXT_OR_NUMBER: Type = Type::OneOf(&[Type::Text, Type::Integer]);
    const LIST_OR_FLAG: Type = Type::OneOf(&[Type::List(&Type::Id), Type::Flag]);
    const ROWS_OR_LEAD: Type = Type::OneOf(&[Type::List(&LEAD), LEAD]);
    check(&[
        (r#""5""#, NUMBER_OR_TEXT, "5"),
        (r#""x""#, NUMBER_OR_TEXT, r#""x""#),
        (r#""5""#, TEXT_OR_NUMBER, r#""5""#),
        (r#"["5"]"#, LIST_OR_FLAG, "[5]"),
        (r#""Y""#, LIST_OR_FLAG, "true"),
        ("false", LIST_OR_FLAG, "false"),
        (r#"{"ID":"5"}"#, ROWS_OR_LEAD, r#"{"ID":5}"#),
        (r#"[{"ID":"5"}]"#, ROWS_OR_LEAD, r#"[{"ID":5}]"#),
        ("null", NUMBER_OR_TEXT, "null"),
    ]);
}

#[test]
fn of_several_objects_the_one_with_the_names_is_taken() {
    const SETTINGS: Type = Type::OneOf(&[TEXT_SETTINGS, LIST_SETTINGS]);
    check(&[
        (
            r#"{"DEFAULT_VALUE":"5","ROWS":"1"}"#,
            SETTINGS,
            r#"{"DEFAULT_VALUE":"5","ROWS":1}"#,
        ),
        (
            r#"{"DEFAULT_VALUE":"5","HEIGHT":"1"}"#,
            SETTINGS,
            r#"{"DEFAULT_VALUE":5,"HEIGHT":1}"#,
        ),
        (
            r#"{"DEFAULT_VALUE":"5"}"#,
            SETTINGS,
            r#"{"DEFAULT_VALUE":"5"}"#,
        ),
        ("[]", SETTINGS, "{}"),
    ]);
}

#[test]
fn levels_beyond_any_schema_pass_as_they_came() {
    let levels = 100_000;
    let wire = r#"{"n":"1","child":"#.repeat(levels) + "null" + &"}".repeat(levels);
    let got = decoded(&wire, &NODE);
    assert!(got.starts_with(r#"{"n":1,"child":{"n":1,"#));
    assert!(got.ends_with(&format!(r#"{{"n":"1","child":null{}"#, "}".repeat(levels))));
}
