//! Batches: many calls in one request.

use serde_json::{Value, json};

use crate::support::{ADMIN, Portal};

/// What a batch with these commands answers, without its times.
async fn batch(portal: &Portal, params: Value) -> Value {
    let mut result = portal.call("batch", params).await.result();
    result.as_object_mut().unwrap().remove("result_time");
    result
}

fn error(code: &str, text: &str) -> Value {
    json!({ "error": code, "error_description": text })
}

fn not_found() -> Value {
    error("ERROR_METHOD_NOT_FOUND", "Method not found!")
}

#[tokio::test]
async fn s13_a_batch_byte_for_byte() {
    let portal = Portal::new();
    let commands = json!({
        "a": "crm.lead.get?id=0",
        "b": "crm.lead.list?select[]=ID&filter[ID]=5",
    });
    let reply = portal.call("batch", json!({ "cmd": commands })).await;
    let (head, time) = reply.text.split_once(r#""result_time":{"b":"#).unwrap();
    let expected = r#"{"result":{"result":{"b":[{"ID":"5"}]},"result_error":{"a":{"error":"","error_description":"ID is not defined or invalid."}},"result_total":{"b":1},"result_next":[],"#;
    assert_eq!((reply.status, head), (200, expected));
    assert!(time.starts_with(r#"{"start":"#), "{time}");
    assert!(reply.json()["time"]["start"].is_i64());
}

#[tokio::test]
async fn s2_parameters_are_taken_in_any_case() {
    let portal = Portal::new();
    for (cmd, halt) in [("cmd", "halt"), ("CMD", "HALT"), ("Cmd", "Halt")] {
        let params = json!({ cmd: ["crm.lead.get", "profile"], halt: 1 });
        let result = batch(&portal, params).await;
        assert_eq!(result["result"], json!([]), "{cmd}");
        assert!(result["result_error"][0].is_object(), "{cmd}");
    }
}

#[tokio::test]
async fn s2_halt_is_what_php_takes_for_true() {
    let portal = Portal::new();
    let cases = [
        (json!(0), false),
        (json!("0"), false),
        (json!(""), false),
        (json!(false), false),
        (json!(null), false),
        (json!([]), false),
        (json!(1), true),
        (json!("1"), true),
        (json!(true), true),
        (json!("false"), true),
        (json!("N"), true),
    ];
    for (halt, halts) in cases {
        let commands = json!({ "good": "server.time", "bad": "nope", "late": "scope" });
        let result = batch(&portal, json!({ "cmd": commands, "halt": halt })).await;
        assert_eq!(
            result["result_error"],
            json!({ "bad": not_found() }),
            "{halt}"
        );
        let ran: Vec<&String> = result["result"].as_object().unwrap().keys().collect();
        let expected: &[&str] = if halts { &["good"] } else { &["good", "late"] };
        assert_eq!(ran, expected, "{halt}");
    }
}

#[tokio::test]
async fn s2_lists_and_maps_follow_the_keys() {
    let portal = Portal::new();
    let all = json!({ "cmd": ["scope", "scope"] });
    let result = batch(&portal, all).await;
    assert!(result["result"].is_array() && result["result_error"] == json!([]));
    let first_failed = batch(&portal, json!({ "cmd": ["nope", "scope"] })).await;
    assert_eq!(
        first_failed["result"],
        json!({ "1": ["crm", "user", "placement"] })
    );
    assert_eq!(first_failed["result_error"], json!([not_found()]));
    let last_failed = batch(&portal, json!({ "cmd": ["scope", "nope"] })).await;
    assert!(last_failed["result"].is_array());
    assert_eq!(last_failed["result_error"], json!({ "1": not_found() }));
    let numbered = batch(&portal, json!({ "cmd": { "7": "scope" } })).await;
    assert!(numbered["result"].is_object());
}

#[tokio::test]
async fn s2_what_is_no_command() {
    let portal = Portal::new();
    let nothing = json!({
        "result": [], "result_error": [], "result_total": [], "result_next": [],
    });
    for cmd in [
        json!("scope"),
        json!(7),
        json!(null),
        json!([]),
        json!([[1], 2, null]),
    ] {
        assert_eq!(
            batch(&portal, json!({ "cmd": cmd })).await,
            nothing,
            "{cmd}"
        );
    }
    assert_eq!(batch(&portal, json!({})).await, nothing);
}

#[tokio::test]
async fn s2_fifty_commands_run() {
    let portal = Portal::new();
    // What is no text has no answer, but takes its place among the fifty.
    let mut commands = vec![json!(1)];
    commands.extend((0..51).map(|_| json!("server.time")));
    let result = batch(&portal, json!({ "cmd": commands })).await;
    assert_eq!(result["result"].as_object().unwrap().len(), 49);
    let long = error("ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");
    assert_eq!(result["result_error"], json!({ "50": long, "51": long }));
}

#[tokio::test]
async fn s2_commands_are_read_as_php_reads_addresses() {
    let portal = Portal::new();
    let found = |command: &str| json!({ "cmd": { "a": command } });
    for command in [
        "crm.lead.list?filter[ID]=5&select[]=ID",
        "CRM.Lead.List?filter%5BID%5D=5&select%5B%5D=ID",
        "crm.lead.list?filter[ID]=5&select[]=ID#filter[ID]=6",
        "crm.lead.list?filter[ID]=6&filter[ID]=5&select[]=ID&start=0&auth=nobody",
    ] {
        let result = batch(&portal, found(command)).await;
        assert_eq!(
            result["result"],
            json!({ "a": [{ "ID": "5" }] }),
            "{command}"
        );
    }
    for command in [
        "/scope",
        "scope.json",
        "",
        "?a=1",
        "#scope",
        "scope:80",
        "http://",
    ] {
        let result = batch(&portal, found(command)).await;
        assert_eq!(
            result["result_error"],
            json!({ "a": not_found() }),
            "{command}"
        );
    }
}

#[tokio::test]
async fn s2_a_batch_holds_no_batch() {
    let portal = Portal::new();
    let refused = error(
        "ERROR_BATCH_METHOD_NOT_ALLOWED",
        "Method is not allowed for batch usage",
    );
    let commands = json!([
        "batch?cmd[]=scope",
        "download",
        "upload",
        "Batch?cmd[]=scope"
    ]);
    let result = batch(&portal, json!({ "cmd": commands })).await;
    assert_eq!(
        result["result_error"],
        json!([refused, refused, refused, refused])
    );
    // Other spellings are other methods.
    let other = batch(&portal, json!({ "cmd": ["Download"] })).await;
    assert_ne!(other["result_error"][0]["error"], refused["error"]);
}

#[tokio::test]
async fn s2_each_command_has_its_own_checks() {
    let portal = Portal::new();
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let commands = json!([
        "crm.lead.list",
        "scope",
        "event.get",
        "app.option.get",
        "nope"
    ]);
    let result = batch(&portal, json!({ "cmd": commands })).await;
    assert_eq!(result["result"], json!({ "1": ["user"] }));
    let errors = &result["result_error"];
    assert_eq!(errors["0"], error("insufficient_scope", ""));
    assert_eq!(errors["2"]["error"], json!("WRONG_AUTH_TYPE"));
    assert_eq!(errors["3"]["error"], json!("ACCESS_DENIED"));
    assert_eq!(errors["4"], not_found());
}

#[tokio::test]
async fn s2_totals_times_and_next_pages() {
    let portal = Portal::new();
    for at in 0..60 {
        portal
            .add(
                "lead",
                json!({ "TITLE": format!("n{at}"), "SOURCE_DESCRIPTION": "x" }),
            )
            .await;
    }
    let list = "crm.lead.list?select[]=ID&filter[SOURCE_DESCRIPTION]=x";
    let commands =
        json!({ "one": list, "two": format!("{list}&start=50"), "get": "scope", "bad": "nope" });
    let result = portal
        .call("batch", json!({ "cmd": commands }))
        .await
        .result();
    assert_eq!(result["result_total"], json!({ "one": 60, "two": 60 }));
    assert_eq!(result["result_next"], json!({ "one": 50 }));
    let timed: Vec<&String> = result["result_time"].as_object().unwrap().keys().collect();
    assert_eq!(timed, ["one", "two", "get"]);
    assert_eq!(result["result"]["two"].as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn s2_later_commands_use_earlier_answers() {
    let portal = Portal::new();
    let commands = json!({
        "contact": "crm.contact.add?fields[NAME]=Ann",
        "lead": "crm.lead.add?fields[TITLE]=For+$result[contact]+only",
        "link": "crm.lead.contact.add?id=$result[lead]&fields[CONTACT_ID]=$result[contact]",
        "get": "crm.lead.get?id=$result[lead]",
        // Any type fits where the reference is all there is.
        "copy": "crm.lead.add?fields=$result[get]",
        "count": "crm.lead.list?filter[TITLE]=$result[get][TITLE]&select[]=ID",
        "text": "crm.lead.add?fields[TITLE]=$total[count]+leads",
    });
    let result = batch(&portal, json!({ "cmd": commands })).await;
    assert_eq!(result["result_error"], json!([]));
    let contact = result["result"]["contact"].as_i64().unwrap();
    let title = format!("For {contact} only");
    assert_eq!(result["result"]["get"]["TITLE"], json!(title));
    assert_eq!(
        result["result"]["get"]["CONTACT_ID"],
        json!(contact.to_string())
    );
    let copy = portal
        .record("lead", result["result"]["copy"].as_i64().unwrap())
        .await;
    assert_eq!(copy["TITLE"], json!(title));
    let text = portal
        .record("lead", result["result"]["text"].as_i64().unwrap())
        .await;
    assert_eq!(text["TITLE"], json!("2 leads"));
}

#[tokio::test]
async fn s2_a_reference_to_what_failed_may_hit_lead_1() {
    let portal = Portal::new();
    let commands = json!({
        "first": "crm.lead.get?id=$result[failed]",
        "failed": "crm.lead.get?id=0",
        "scope": "scope",
        "later": "crm.lead.get?id=$result[failed]",
    });
    let result = batch(&portal, json!({ "cmd": commands })).await;
    // No answers yet: an empty array, whose number is 0.
    assert_eq!(
        result["result_error"]["first"]["error_description"],
        json!("ID is not defined or invalid.")
    );
    // All answers so far: an array that is not empty, whose number is 1.
    assert_eq!(result["result"]["later"]["ID"], json!("1"));
}

#[tokio::test]
async fn s2_what_went_well_stays_when_others_fail() {
    let portal = Portal::new();
    let commands = json!({ "add": "crm.lead.add?fields[TITLE]=Stays", "bad": "crm.lead.get?id=0" });
    let result = batch(&portal, json!({ "cmd": commands, "halt": 1 })).await;
    let id = result["result"]["add"].as_i64().unwrap();
    assert_eq!(portal.record("lead", id).await["TITLE"], json!("Stays"));
}

#[tokio::test]
async fn s2_a_form_holds_a_batch_too() {
    let portal = Portal::new();
    let path = format!("{}batch.json", portal.webhook(ADMIN));
    let body = "halt=0&cmd[lead]=crm.lead.list%3Fselect%5B%5D%3DID%26filter%5BID%5D%3D5";
    let reply = portal
        .post(&path, "application/x-www-form-urlencoded", body)
        .await;
    assert_eq!(reply.result()["result"], json!({ "lead": [{ "ID": "5" }] }));
}
