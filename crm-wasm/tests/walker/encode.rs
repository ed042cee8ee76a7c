//! What each type makes of what a caller passes.

use crm_wasm::schema::{Field, Type};

use crate::portal::{LEAD, LINK, LIST_SETTINGS, TEXT_SETTINGS, encoded, field, required};

static ADD: [Field; 3] = [
    required("id", Type::Id, "The lead."),
    field("fields", LEAD),
    field("params", Type::Map(&Type::Flag)),
];
static LIST: [Field; 4] = [
    field("select", Type::List(&Type::Text)),
    field("filter", Type::Filter(0)),
    field("order", Type::Order(0)),
    field("start", Type::Integer),
];

/// Checks rows of (fields of a lead, what is sent for them).
fn check_fields(rows: &[(&str, &str)]) {
    for (given, sent) in rows {
        let given = format!(r#"{{"id":1,"fields":{given}}}"#);
        let sent = format!(r#"{{"id":1,"fields":{sent}}}"#);
        assert_eq!(encoded(&given, &ADD), Ok(sent));
    }
}

/// Checks rows of (conditions, what is sent for them).
fn check_filters(rows: &[(&str, &str)]) {
    for (given, sent) in rows {
        let given = format!(r#"{{"filter":{given}}}"#);
        let sent = format!(r#"{{"filter":{sent}}}"#);
        assert_eq!(encoded(&given, &LIST), Ok(sent));
    }
}

#[test]
fn booleans_become_what_the_wire_has() {
    check_fields(&[
        (
            r#"{"IS_RETURN_CUSTOMER":true}"#,
            r#"{"IS_RETURN_CUSTOMER":"Y"}"#,
        ),
        (
            r#"{"IS_RETURN_CUSTOMER":false}"#,
            r#"{"IS_RETURN_CUSTOMER":"N"}"#,
        ),
        (
            r#"{"IS_RETURN_CUSTOMER":"N"}"#,
            r#"{"IS_RETURN_CUSTOMER":"N"}"#,
        ),
        (r#"{"OPENED":true}"#, r#"{"OPENED":1}"#),
        (r#"{"OPENED":false}"#, r#"{"OPENED":0}"#),
        (r#"{"OPENED":1}"#, r#"{"OPENED":1}"#),
        (r#"{"SYSTEM":true}"#, r#"{"SYSTEM":true}"#),
    ]);
}

#[test]
fn numbers_and_digits_are_sent_as_they_are() {
    check_fields(&[
        (r#"{"SORT":-5,"ID":12}"#, r#"{"SORT":-5,"ID":12}"#),
        (
            r#"{"SORT":"-5","ID":"12345678901234567890"}"#,
            r#"{"SORT":"-5","ID":"12345678901234567890"}"#,
        ),
        (r#"{"ID":0}"#, r#"{"ID":0}"#),
        (r#"{"DISCOUNT_TYPE_ID":2}"#, r#"{"DISCOUNT_TYPE_ID":2}"#),
        (r#"{"DISCOUNT_TYPE_ID":"1"}"#, r#"{"DISCOUNT_TYPE_ID":"1"}"#),
        (r#"{"OPPORTUNITY":1e-7}"#, r#"{"OPPORTUNITY":1e-7}"#),
        (r#"{"OPPORTUNITY":"-10.50"}"#, r#"{"OPPORTUNITY":"-10.50"}"#),
    ]);
}

#[test]
fn null_empties_a_field() {
    check_fields(&[
        (r#"{"TITLE":null,"SORT":null}"#, r#"{"TITLE":"","SORT":""}"#),
        (
            r#"{"BIRTHDATE":null,"PHOTO":null}"#,
            r#"{"BIRTHDATE":"","PHOTO":""}"#,
        ),
        (
            r#"{"PHONE":null,"LABELS":null}"#,
            r#"{"PHONE":null,"LABELS":null}"#,
        ),
        (r#"{"UF_CRM_1":null}"#, r#"{"UF_CRM_1":null}"#),
        (r#"{"LABELS":{"en":null}}"#, r#"{"LABELS":{"en":""}}"#),
    ]);
}

#[test]
fn a_parameter_that_is_null_is_left_out() {
    let rows = [
        (r#"{"id":1,"fields":null}"#, r#"{"id":1}"#),
        (r#"{"fields":null,"id":1}"#, r#"{"id":1}"#),
        (
            r#" { "fields" : null , "id" : 1 , "params" : null } "#,
            r#"{"id" : 1}"#,
        ),
    ];
    for (given, sent) in rows {
        assert_eq!(encoded(given, &ADD).as_deref(), Ok(sent));
    }
    for nothing in ["null", "{}", r#"{"start":null}"#] {
        assert_eq!(encoded(nothing, &LIST).as_deref(), Ok("{}"));
    }
}

#[test]
fn a_moment_for_a_date_is_its_date() {
    check_fields(&[
        (
            r#"{"BIRTHDATE":"2001-11-11"}"#,
            r#"{"BIRTHDATE":"2001-11-11"}"#,
        ),
        (
            r#"{"BIRTHDATE":"2001-11-11T15:30:00+02:00"}"#,
            r#"{"BIRTHDATE":"2001-11-11"}"#,
        ),
        (
            r#"{"BIRTHDATE":"2001-11-11T00:00:00.000Z"}"#,
            r#"{"BIRTHDATE":"2001-11-11"}"#,
        ),
        (r#"{"BIRTHDATE":""}"#, r#"{"BIRTHDATE":""}"#),
    ]);
}

#[test]
fn moments_are_sent_as_they_are() {
    for moment in [
        "2001-11-11T15:30:00.123Z",
        "2001-11-11 15:30",
        "2001-11-11T15:30:00+0200",
        "2001-11-11",
        "",
    ] {
        let fields = format!(r#"{{"DATE_CREATE":"{moment}"}}"#);
        check_fields(&[(&fields, &fields)]);
    }
}

#[test]
fn files_and_undeclared_fields_are_sent_as_they_are() {
    check_fields(&[
        (
            r#"{"PHOTO":{"fileData":["a.png","aGk="]}}"#,
            r#"{"PHOTO":{"fileData":["a.png","aGk="]}}"#,
        ),
        (
            r#"{"PHOTO":{"id":5,"remove":true}}"#,
            r#"{"PHOTO":{"id":5,"remove":"Y"}}"#,
        ),
        (
            r#"{"PHOTO":{"id":"5","remove":"Y"}}"#,
            r#"{"PHOTO":{"id":"5","remove":"Y"}}"#,
        ),
        (
            r#"{"UF_CRM_1":[true,{"a":1e400}]}"#,
            r#"{"UF_CRM_1":[true,{"a":1e400}]}"#,
        ),
        (r#"{"colour":5}"#, r#"{"colour":5}"#),
    ]);
}

#[test]
fn values_are_converted_inside_lists_and_maps() {
    static SET: [Field; 1] = [field("items", Type::List(&LINK))];
    let given = r#"{"items":[{"CONTACT_ID":1,"IS_PRIMARY":true},{"CONTACT_ID":"2"}]}"#;
    let sent = r#"{"items":[{"CONTACT_ID":1,"IS_PRIMARY":"Y"},{"CONTACT_ID":"2"}]}"#;
    assert_eq!(encoded(given, &SET).as_deref(), Ok(sent));
    let given = r#"{"id":1,"params":{"REGISTER_SONET_EVENT":true}}"#;
    assert_eq!(
        encoded(given, &ADD).as_deref(),
        Ok(r#"{"id":1,"params":{"REGISTER_SONET_EVENT":"Y"}}"#)
    );
}

#[test]
fn conditions_take_values_and_lists_of_the_field() {
    check_filters(&[
        (r#"{"ID":5}"#, r#"{"ID":5}"#),
        (
            r#"{">=ID":"5","!ID":[1,"2"]}"#,
            r#"{">=ID":"5","!ID":[1,"2"]}"#,
        ),
        (
            r#"{"@CONTACT_IDS":[1,2],"CONTACT_IDS":3}"#,
            r#"{"@CONTACT_IDS":[1,2],"CONTACT_IDS":3}"#,
        ),
        (
            r#"{"=OPENED":true,"!IS_RETURN_CUSTOMER":false}"#,
            r#"{"=OPENED":1,"!IS_RETURN_CUSTOMER":"N"}"#,
        ),
        (
            r#"{">BIRTHDATE":"2001-11-11T00:00:00Z"}"#,
            r#"{">BIRTHDATE":"2001-11-11"}"#,
        ),
        (
            r#"{"PHONE":"+7","!@STATUS_SEMANTIC_ID":["P","S"]}"#,
            r#"{"PHONE":"+7","!@STATUS_SEMANTIC_ID":["P","S"]}"#,
        ),
        (
            r#"{"%ID":"5","!%=TITLE":"a%","=%TITLE":["a%"]}"#,
            r#"{"%ID":"5","!%=TITLE":"a%","=%TITLE":["a%"]}"#,
        ),
        (
            r#"{"UF_CRM_1":[],"=PARENT_ID_2":7}"#,
            r#"{"UF_CRM_1":[],"=PARENT_ID_2":7}"#,
        ),
    ]);
}

#[test]
fn conditions_ask_for_empty_fields_with_null_or_nothing() {
    check_filters(&[
        (r#"{"ID":null,"!TITLE":null}"#, r#"{"ID":"","!TITLE":""}"#),
        (
            r#"{"ID":"","BIRTHDATE":"","IS_RETURN_CUSTOMER":""}"#,
            r#"{"ID":"","BIRTHDATE":"","IS_RETURN_CUSTOMER":""}"#,
        ),
    ]);
}

#[test]
fn directions_are_taken_in_any_case() {
    let given = r#"{"order":{"ID":"asc","TITLE":"DESC"},"select":["ID","UF_*"],"start":50}"#;
    assert_eq!(encoded(given, &LIST).as_deref(), Ok(given));
}

#[test]
fn of_several_types_the_first_that_fits_is_taken() {
    static SETTINGS: [Field; 2] = [
        field("settings", Type::OneOf(&[TEXT_SETTINGS, LIST_SETTINGS])),
        field(
            "ids",
            Type::OneOf(&[Type::Flag, Type::Id, Type::List(&Type::Flag)]),
        ),
    ];
    let rows = [
        (
            r#"{"settings":{"DEFAULT_VALUE":5,"HEIGHT":1}}"#,
            r#"{"settings":{"DEFAULT_VALUE":5,"HEIGHT":1}}"#,
        ),
        (
            r#"{"settings":{"DEFAULT_VALUE":null,"ROWS":1}}"#,
            r#"{"settings":{"DEFAULT_VALUE":"","ROWS":1}}"#,
        ),
        (r#"{"ids":true}"#, r#"{"ids":"Y"}"#),
        (r#"{"ids":7}"#, r#"{"ids":7}"#),
        (r#"{"ids":[false]}"#, r#"{"ids":["N"]}"#),
    ];
    for (given, sent) in rows {
        assert_eq!(encoded(given, &SETTINGS).as_deref(), Ok(sent));
    }
}

#[test]
fn conditions_in_groups_become_what_the_wire_has() {
    check_filters(&[(
        r#"{"0":{"logic":"or","0":{"OPENED":true},"1":{"!PHONE_WORK":1}},"logic":"AND"}"#,
        r#"{"0":{"logic":"or","0":{"OPENED":1},"1":{"!PHONE_WORK":1}},"logic":"AND"}"#,
    )]);
}
