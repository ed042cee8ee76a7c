//! Placeholders for what another command of a batch will have given: strings that start with the character NUL.

use crm_wasm::schema::{Field, Type};

use crate::portal::{LEAD, LINK, encoded, field, required};

const ID: &str = r#""\u0000$result[0]""#;

static CALL: [Field; 6] = [
    required("id", Type::Id, "The lead."),
    field("fields", LEAD),
    field("filter", Type::Filter(0)),
    field("order", Type::Order(0)),
    field("rows", Type::List(&LINK)),
    field("either", Type::OneOf(&[Type::Id, LEAD])),
];

#[test]
fn a_reference_may_stand_for_any_value() {
    let places = [
        r#"{"id":§}"#,
        r#"{"id":1,"fields":§}"#,
        r#"{"id":1,"fields":{"ID":§,"BIRTHDATE":§,"OPENED":§,"PHOTO":§,"OPPORTUNITY":§,"SORT":§}}"#,
        r#"{"id":1,"fields":{"STATUS_SEMANTIC_ID":§,"DISCOUNT_TYPE_ID":§,"CONTACT_IDS":§,"LABELS":§}}"#,
        r#"{"id":1,"fields":{"CONTACT_IDS":[1,§],"LABELS":{"a":§},"PHOTO":{"fileData":§}}}"#,
        r#"{"id":1,"fields":{"PHOTO":{"fileData":["a.png",§]}}}"#,
        r#"{"id":1,"filter":§,"order":§,"rows":§,"either":§}"#,
        r#"{"id":1,"filter":{">ID":§,"@ID":[§],"IS_RETURN_CUSTOMER":§,"logic":§,"0":§}}"#,
        r#"{"id":1,"order":{"ID":§},"rows":[§,{"CONTACT_ID":§}]}"#,
    ];
    for place in places {
        let call = place.replace('§', ID);
        assert_eq!(encoded(&call, &CALL), Ok(call.clone()));
    }
}

#[test]
fn a_character_nul_further_on_is_a_character() {
    let call = r#"{"id":"1\u0000"}"#;
    assert!(encoded(call, &CALL).is_err());
}

#[test]
fn a_reference_is_not_what_a_call_consists_of() {
    assert!(encoded(ID, &CALL).is_err());
}
