//! PHP itself says whether its habits are met. A machine without PHP is named in the output.

use std::io::Write as _;
use std::process::{Command, Stdio};

use sandbox::php::{cast, date, json, query, url};
use serde_json::{Value, json};

/// What a PHP program makes of a list of texts; none where there is no PHP.
fn php(program: &str, input: &[String]) -> Option<Vec<Value>> {
    let wrapped = format!(
        "$in = json_decode(stream_get_contents(STDIN), true); $out = []; \
         foreach ($in as $text) {{ $out[] = (function ($text) {{ {program} }})($text); }} \
         echo json_encode($out, JSON_PRESERVE_ZERO_FRACTION|JSON_INVALID_UTF8_SUBSTITUTE|JSON_PARTIAL_OUTPUT_ON_ERROR);"
    );
    let child = Command::new("php")
        .args([
            "-d",
            "error_reporting=0",
            "-d",
            "serialize_precision=-1",
            "-r",
            &wrapped,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        // Written past the test harness, which would swallow it.
        let _ = writeln!(
            std::io::stderr(),
            "php is missing: PHP's habits were not compared with PHP"
        );
        return None;
    };
    child
        .stdin
        .take()
        .unwrap()
        .write_all(json!(input).to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// Texts made of these pieces, the same in every run.
fn texts(pieces: &[&str], count: usize) -> Vec<String> {
    let mut state: u64 = 0x9E37_79B9;
    let mut next = |limit: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    (0..count)
        .map(|_| (0..next(14)).map(|_| pieces[next(pieces.len())]).collect())
        .collect()
}

#[test]
fn s1_2_query_strings_are_read_as_php_reads_them() {
    let pieces = [
        "a", "b", "0", "1", "[", "]", "[]", "[b]", "[1]", "=", "&", "%5B", "%20", "+", ".", "-",
        "x=", "%", "%C3%A9", "%00", "\t",
    ];
    let mut queries = texts(&pieces, 4000);
    queries.extend(
        [
            "a[b=1",
            "a[ ]=1",
            "a[08]=1&a[]=2",
            "a[-5]=1&a[]=2",
            "a=1&a[b]=2",
            "a[b]=1&a=2",
        ]
        .map(str::to_owned),
    );
    queries.push(format!("a{}=1&b=2", "[x]".repeat(64)));
    queries.push(format!("a{}=1&b=2", "[x]".repeat(65)));
    let Some(expected) = php("parse_str($text, $out); return $out;", &queries) else {
        return;
    };
    for (text, expected) in queries.iter().zip(expected) {
        let found = cast::array_from(query::parse(text));
        assert_eq!(found.to_string(), expected.to_string(), "{text:?}");
    }
}

#[test]
fn s2_commands_are_taken_apart_as_php_does() {
    let pieces = [
        "a",
        "crm.lead.get",
        "1",
        "80",
        ":",
        "/",
        "//",
        "?",
        "#",
        "@",
        "[",
        "]",
        ".",
        "-",
        "=",
        "&",
        "file:",
        "http://",
        "%20",
        " ",
        "é",
        "99999",
    ];
    let commands = texts(&pieces, 20_000);
    let program = "$p = parse_url($text); return $p === false ? false : [$p['path'] ?? null, $p['query'] ?? null];";
    let Some(expected) = php(program, &commands) else {
        return;
    };
    for (text, expected) in commands.iter().zip(expected) {
        let found = url::parse(text).map(|parts| json!([parts.path, parts.query]));
        assert_eq!(found.unwrap_or(json!(false)), expected, "{text:?}");
    }
}

#[test]
fn s1_5_json_is_written_as_php_writes_it() {
    let pieces = [
        "a", "\"", "'", "<", ">", "&", "/", "\\", "é", "\u{1}", "\u{1f}", "\n", "\t", "\u{2028}",
        "😀", "\u{8}", "\u{7f}",
    ];
    let texts = texts(&pieces, 500);
    let flags = "JSON_HEX_TAG|JSON_HEX_AMP|JSON_HEX_APOS|JSON_HEX_QUOT|JSON_UNESCAPED_UNICODE";
    let Some(expected) = php(&format!("return json_encode($text, {flags});"), &texts) else {
        return;
    };
    for (text, expected) in texts.iter().zip(expected) {
        assert_eq!(json!(json::encode(&json!(text))), expected, "{text:?}");
    }
}

#[test]
fn s1_2_numbers_are_what_texts_begin_with() {
    let pieces = ["1", "0", "9", ".", "-", "+", "e", "E", " ", "x", "\t"];
    let texts = texts(&pieces, 2000);
    let Some(expected) = php(
        "return [(string)(int)$text, bin2hex(pack('E', (float)$text))];",
        &texts,
    ) else {
        return;
    };
    for (text, expected) in texts.iter().zip(expected) {
        let value = json!(text);
        // PHP leaves open what a number beyond its integers becomes.
        if cast::float(&value).abs() < 1e18 {
            assert_eq!(
                json!(cast::int(&value).to_string()),
                expected[0],
                "{text:?}"
            );
        }
        let bits = format!("{:016x}", cast::float(&value).to_bits());
        assert_eq!(json!(bits), expected[1], "{text:?}");
    }
}

#[test]
fn s3_8_dates_mean_what_they_mean_to_php() {
    let texts = [
        "2024-05-01",
        "2024-05-01 12:30",
        "2024-05-01T12:30:15",
        "2024-05-01T12:30:15Z",
        "2024-05-01T12:30:15+05:30",
        "2024-05-01T12:30:15-0800",
        "2024-05-01 12:30:15 UTC",
        "01.05.2024",
        "01.05.2024 08:15:00",
        "05/01/2024",
        "5/1/2024 6:05",
        "01-05-2024",
        "2024/05/01",
        "20240501",
        "1 May 2024",
        "May 1, 2024",
        "1 May 2024 9:30",
        "@1714554000",
        "2024-02-30",
        "tomorrow",
        "yesterday",
        "today",
        "midnight",
        "now",
        "+1 day",
        "-2 weeks",
        "+3 hours",
        "1 month ago",
        "today +2 days",
        "2024-05-01T12:30:15.123Z",
        "2024-05-01T12:30:15.123456+03:00",
        "Wed, 01 May 2024 12:00:00 +0000",
        "noon",
        "soon",
        "",
        "2024-13-01",
        "99.99.2024",
    ]
    .map(str::to_owned);
    let program = "date_default_timezone_set('Etc/GMT-3'); return strtotime($text, 1715333400);";
    let Some(expected) = php(program, &texts) else {
        return;
    };
    let zone = date::parse_offset("+03:00").unwrap();
    let now = chrono::DateTime::from_timestamp(1_715_333_400, 0)
        .unwrap()
        .with_timezone(&zone);
    for (text, expected) in texts.iter().zip(expected) {
        let found =
            date::moment(text, now).map_or(json!(false), |moment| json!(moment.timestamp()));
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn s6_forms_are_written_as_php_writes_them() {
    let texts = [
        r#"{"a":"x y&z","b":{"c":[1,2],"d":true,"e":false,"f":null,"g":[]},"ü":"é"}"#,
        r#"{"event":"ONCRMLEADADD","data":{"FIELDS":{"ID":"5"}},"ts":"1"}"#,
    ]
    .map(str::to_owned);
    let Some(expected) = php("return http_build_query(json_decode($text, true));", &texts) else {
        return;
    };
    for (text, expected) in texts.iter().zip(expected) {
        let Value::Object(members) = serde_json::from_str(text).unwrap() else {
            panic!()
        };
        assert_eq!(json!(query::build(&members)), expected, "{text}");
    }
}
