//! What a caller is told, word for word.

use crm_wasm::schema::{Field, Type};

use crate::portal::{LEAD, LINK, PHONE, WALKER, encoded, field, required};

static ADD: [Field; 2] = [
    required("id", Type::Id, "The lead."),
    required("fields", LINK, ""),
];
static UPDATE: [Field; 2] = [
    field("fields", LEAD),
    field("params", Type::Map(&Type::Flag)),
];
static LIST: [Field; 3] = [
    field("filter", Type::Filter(0)),
    field("order", Type::Order(0)),
    field("start", Type::Integer),
];
static NONE: [Field; 0] = [];

/// Checks that a call has exactly these problems.
fn check(given: &str, params: &'static [Field], problems: &[&str]) {
    match encoded(given, params) {
        Ok(sent) => panic!("{given} was sent as {sent}"),
        Err(found) => assert_eq!(found, problems, "{given}"),
    }
}

#[test]
fn what_is_missing_is_named_with_its_type_and_meaning() {
    check(
        r#"{"fields":{}}"#,
        &ADD,
        &[
            "params.fields.CONTACT_ID is missing (integer, the contact to link)",
            "params.id is missing (integer, the lead)",
        ],
    );
    check(
        "null",
        &ADD,
        &[
            "params.id is missing (integer, the lead)",
            "params.fields is missing (object)",
        ],
    );
    check(
        r#"{"id":null,"fields":{"CONTACT_ID":null}}"#,
        &ADD,
        &[
            "params.fields.CONTACT_ID is null, expected an integer",
            "params.id is missing (integer, the lead)",
        ],
    );
}

#[test]
fn a_name_at_the_start_of_a_meaning_keeps_its_capitals() {
    static GET: [Field; 1] = [required("url", Type::Text, "URL of the handler.")];
    check(
        "{}",
        &GET,
        &["params.url is missing (string, URL of the handler)"],
    );
}

#[test]
fn what_was_found_and_what_was_expected_is_said() {
    let rows = [
        (
            r#"{"SORT":"abc"}"#,
            r#"SORT is a string, expected an integer: "abc""#,
        ),
        (
            r#"{"SORT":1.5}"#,
            "SORT is a number, expected an integer: 1.5",
        ),
        (
            r#"{"SORT":""}"#,
            "SORT is an empty string, expected an integer",
        ),
        (r#"{"SORT":true}"#, "SORT is a boolean, expected an integer"),
        (
            r#"{"SORT":9007199254740993}"#,
            "SORT is beyond 2^53 - 1, pass it as a string of digits: 9007199254740993",
        ),
        (
            r#"{"ID":-1}"#,
            "ID is a number, expected an integer from 0 on: -1",
        ),
        (
            r#"{"ID":"-1"}"#,
            r#"ID is a string, expected an integer from 0 on: "-1""#,
        ),
        (
            r#"{"OPPORTUNITY":"12,50"}"#,
            r#"OPPORTUNITY is a string, expected a number: "12,50""#,
        ),
        (r#"{"TITLE":5}"#, "TITLE is a number, expected a string: 5"),
        (r#"{"TITLE":{}}"#, "TITLE is an object, expected a string"),
        (
            r#"{"IS_RETURN_CUSTOMER":"yes"}"#,
            r#"IS_RETURN_CUSTOMER is a string, expected a boolean: "yes""#,
        ),
        (
            r#"{"SYSTEM":"Y"}"#,
            r#"SYSTEM is a string, expected a boolean: "Y""#,
        ),
        (
            r#"{"BIRTHDATE":"11.11.2001"}"#,
            r#"BIRTHDATE is a string, expected a date (YYYY-MM-DD): "11.11.2001""#,
        ),
        (
            r#"{"BIRTHDATE":"2001-02-30"}"#,
            r#"BIRTHDATE is a string, expected a date (YYYY-MM-DD): "2001-02-30""#,
        ),
        (
            r#"{"DATE_CREATE":"now"}"#,
            r#"DATE_CREATE is a string, expected a date and time (ISO 8601): "now""#,
        ),
        (
            r#"{"STATUS_SEMANTIC_ID":"X"}"#,
            r#"STATUS_SEMANTIC_ID is a string, expected one of "P", "S", "F": "X""#,
        ),
        (r#"{"PHONE":{}}"#, "PHONE is an object, expected a list"),
        (
            r#"{"PHONE":"+7"}"#,
            r#"PHONE is a string, expected a list: "+7""#,
        ),
        (r#"{"LABELS":[]}"#, "LABELS is a list, expected an object"),
        (
            r#"{"PHOTO":{"fileData":["a"]}}"#,
            "PHOTO is an object, expected a file ({ fileData: [name, base64] })",
        ),
        (
            r#"{"PHOTO":{}}"#,
            "PHOTO is an object, expected a file ({ fileData: [name, base64] })",
        ),
    ];
    for (fields, problem) in rows {
        let given = format!(r#"{{"fields":{fields}}}"#);
        check(&given, &UPDATE, &[&format!("params.fields.{problem}")]);
    }
}

#[test]
fn every_problem_has_its_path() {
    static SET: [Field; 2] = [
        field("items", Type::List(&LINK)),
        field("phones", Type::Map(&Type::List(&PHONE))),
    ];
    check(
        r#"{"items":[{"CONTACT_ID":1},{"CONTACT_ID":1,"SORT":"x"},null],"phones":{"a b":[{"ID":"?"}],"é1":true}}"#,
        &SET,
        &[
            r#"params.items[1].SORT is a string, expected an integer: "x""#,
            "params.items[2] is null, expected an object",
            r#"params.phones["a b"][0].ID is a string, expected an integer: "?""#,
            "params.phones.é1 is a boolean, expected a list",
        ],
    );
    check("[]", &SET, &["params is a list, expected an object"]);
}

#[test]
fn of_several_types_all_are_named_once() {
    static SET: [Field; 1] = [field(
        "x",
        Type::OneOf(&[Type::Flag, Type::Boolean, Type::Id, Type::List(&Type::Id)]),
    )];
    check(
        r#"{"x":"a"}"#,
        &SET,
        &[r#"params.x is a string, expected a boolean or an integer or a list: "a""#],
    );
}

#[test]
fn unknown_parameters_are_named_with_what_was_meant() {
    check(
        r#"{"feilds":{}}"#,
        &UPDATE,
        &["params.feilds is not a parameter, did you mean fields?"],
    );
    check(
        r#"{"FIELDS":{}}"#,
        &UPDATE,
        &["params.FIELDS is not a parameter, did you mean fields?"],
    );
    check(
        r#"{"zzz":null}"#,
        &UPDATE,
        &["params.zzz is not a parameter (there are: fields, params)"],
    );
    check(
        r#"{"id":1}"#,
        &NONE,
        &["params.id is not a parameter, the method has none"],
    );
}

#[test]
fn fields_in_another_case_are_named_with_what_was_meant() {
    check(
        r#"{"fields":{"title":"a"}}"#,
        &UPDATE,
        &["params.fields.title is not a field, did you mean TITLE?"],
    );
    let unknown = r#"{"fields":{"UF_CRM_1":"a","uf_crm_2":1,"TITEL":"b"}}"#;
    assert_eq!(encoded(unknown, &UPDATE).as_deref(), Ok(unknown));
}

#[test]
fn conditions_the_portal_would_drop_are_named() {
    let rows = [
        (
            r#"{">=title":"a"}"#,
            r#"params.filter[">=title"] is not a field, did you mean >=TITLE?"#,
        ),
        (
            r#"{">= ID":1}"#,
            r#"params.filter[">= ID"] has no known operator before ID"#,
        ),
        (
            r#"{"><ID":[1,2]}"#,
            r#"params.filter["><ID"] has no known operator before ID"#,
        ),
        (
            r#"{"@ID":[]}"#,
            r#"params.filter["@ID"] is an empty list, which the portal takes for no condition"#,
        ),
        (
            r#"{"!ID":[1,"x"]}"#,
            r#"params.filter["!ID"][1] is a string, expected an integer: "x""#,
        ),
        (
            r#"{"%TITLE":5}"#,
            r#"params.filter["%TITLE"] is a number, expected a string: 5"#,
        ),
    ];
    for (filter, problem) in rows {
        check(&format!(r#"{{"filter":{filter}}}"#), &LIST, &[problem]);
    }
    check(
        r#"{"filter":[]}"#,
        &LIST,
        &["params.filter is a list, expected an object"],
    );
}

#[test]
fn directions_are_two() {
    check(
        r#"{"order":{"ID":"up","TITLE":1}}"#,
        &LIST,
        &[
            r#"params.order.ID is a string, expected one of "ASC", "DESC": "up""#,
            r#"params.order.TITLE is a number, expected one of "ASC", "DESC": 1"#,
        ],
    );
}

#[test]
fn long_values_are_cut() {
    let long = "я".repeat(100);
    let given = format!(r#"{{"start":"{long}"}}"#);
    let shown = format!(
        r#"params.start is a string, expected an integer: "{}…""#,
        "я".repeat(40)
    );
    check(&given, &LIST, &[&shown]);
}

#[test]
fn what_may_be_a_secret_is_not_shown() {
    static SET: [Field; 2] = [
        field("access_token", Type::Integer),
        field("n", Type::Integer),
    ];
    check(
        r#"{"access_token":"s3cret","n":"https://p.bitrix24.com/rest/1/s3cret/"}"#,
        &SET,
        &[
            "params.access_token is a string, expected an integer",
            "params.n is a string, expected an integer",
        ],
    );
    check(
        r#"{"fields":{"SECRET_CODE":"s3cret"}}"#,
        &UPDATE,
        &["params.fields.SECRET_CODE is a string, expected an integer"],
    );
}

#[test]
fn text_that_is_no_json_is_an_error_not_a_problem() {
    let error = WALKER
        .encode(br#"{"id":1,}"#, &ADD, &mut Vec::new())
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "a name in quotes was expected at offset 8"
    );
}

#[test]
fn conditions_that_the_portal_would_ignore_are_refused() {
    let bare = "is a condition the portal ignores: write PHONE";
    let rows = [
        (
            r#"{"%PHONE":"+7"}"#,
            format!(r#"params.filter["%PHONE"] {bare}"#),
        ),
        (
            r#"{"=PHONE":"+7"}"#,
            format!(r#"params.filter["=PHONE"] {bare}"#),
        ),
        (
            r#"{"!PHONE":""}"#,
            format!(r#"params.filter["!PHONE"] {bare}"#),
        ),
        (
            r#"{"PHOTO":5}"#,
            "params.filter.PHOTO is a condition the portal ignores".to_owned(),
        ),
        (
            r#"{"!PHOTO":""}"#,
            r#"params.filter["!PHOTO"] is a condition the portal ignores"#.to_owned(),
        ),
    ];
    for (filter, problem) in &rows {
        check(&format!(r#"{{"filter":{filter}}}"#), &LIST, &[problem]);
    }
}

#[test]
fn conditions_in_groups_are_checked() {
    let filter = r#"{"0":{"logic":"nor","1":{"ID":"x"},"%PHONE":"+7"},"logic":"OR","1":5}"#;
    check(
        &format!(r#"{{"filter":{filter}}}"#),
        &LIST,
        &[
            r#"params.filter["0"].logic is a string, expected one of "AND", "OR": "nor""#,
            r#"params.filter["0"]["1"].ID is a string, expected an integer: "x""#,
            r#"params.filter["0"]["%PHONE"] is a condition the portal ignores: write PHONE"#,
            r#"params.filter["1"] is a number, expected an object: 5"#,
        ],
    );
}

#[test]
fn listed_numbers_are_told() {
    check(
        r#"{"fields":{"DISCOUNT_TYPE_ID":3}}"#,
        &UPDATE,
        &["params.fields.DISCOUNT_TYPE_ID is a number, expected one of 1, 2: 3"],
    );
}
