//! How fast the portal is and what it weighs, measured on the program as people run it: started,
//! filled with 100,000 leads, and called over sockets. It prints a table and writes
//! `target/bench/sandbox.json`.
//!
//! `cargo xtask bench sandbox` runs it. The figures are those of issue 3, §1.

mod client;
mod portal;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use client::Client;
use portal::Portal;

/// Leads besides those of the demo.
const LEADS: u32 = 100_000;
/// Calls whose median counts.
const CALLS: usize = 200;
/// Batches whose median counts.
const BATCHES: usize = 20;
/// Clients that get leads at the same time, and for how long.
const CLIENTS: i64 = 4;
const RUSH: Duration = Duration::from_secs(5);

/// A figure: what it is, what it came to, and what it is to be.
struct Figure {
    what: &'static str,
    measured: f64,
    unit: &'static str,
    limit: Limit,
}

enum Limit {
    Below(f64),
    Above(f64),
    None,
}

fn main() {
    let memory = measure("in memory", None);
    let folder = tempfile::tempdir().expect("there is room for a database");
    let file = measure("in a file", Some(&folder.path().join("portal.db")));
    let path = write(&json!({ "leads": LEADS, "memory": memory, "file": file }));
    println!("\nwritten to {}", path.display());
}

fn measure(name: &str, database: Option<&Path>) -> Value {
    let begun = Instant::now();
    let portal = Portal::start(LEADS, database);
    let seeded = begun.elapsed().as_secs_f64();
    let mut client = Client::connect(&portal);
    let mut figures = vec![figure(
        "start with 100,000 leads",
        seeded,
        "s",
        Limit::Below(10.0),
    )];
    figures.extend(lists(&mut client));
    figures.extend([
        figure(
            "batch of 50 lists",
            batch(&mut client),
            "ms",
            Limit::Below(150.0),
        ),
        figure("crm.lead.get", gets(&portal), "/s", Limit::Above(2000.0)),
        figure("crm.lead.add", adds(&mut client), "ms", Limit::None),
        figure("most memory", portal.memory(), "MB", Limit::Below(200.0)),
    ]);
    print(name, &figures);
    let pairs = figures
        .iter()
        .map(|figure| (figure.what.to_owned(), json!(figure.measured)));
    Value::Object(pairs.collect())
}

/// Pages of 50 out of all of them.
fn lists(client: &mut Client) -> Vec<Figure> {
    let cases = [
        ("crm.lead.list", json!({}), Limit::Below(5.0)),
        ("... page 1000", json!({ "start": 49_950 }), Limit::None),
        ("... at a stage", at_a_stage(), Limit::None),
        ("... by title", by_title(), Limit::None),
        ("... everything of a row", everything(), Limit::None),
    ];
    let mut figures: Vec<Figure> = cases
        .into_iter()
        .map(|(what, params, limit)| figure(what, list(client, &params), "ms", limit))
        .collect();
    figures.push(figure("crm.item.list", items(client), "ms", Limit::None));
    figures
}

fn figure(what: &'static str, measured: f64, unit: &'static str, limit: Limit) -> Figure {
    Figure {
        what,
        measured,
        unit,
        limit,
    }
}

fn list(client: &mut Client, params: &Value) -> f64 {
    median(CALLS, || client.call("crm.lead.list", params))
}

fn items(client: &mut Client) -> f64 {
    let params = json!({ "entityTypeId": 1 });
    median(CALLS, || client.call("crm.item.list", &params))
}

fn at_a_stage() -> Value {
    json!({ "filter": { "STATUS_ID": "PROCESSED", ">ID": 50_000 }, "order": { "ID": "ASC" } })
}

fn by_title() -> Value {
    json!({ "filter": { "%TITLE": "boat" } })
}

fn everything() -> Value {
    json!({ "select": ["*", "UF_*", "PHONE", "EMAIL"] })
}

fn batch(client: &mut Client) -> f64 {
    let commands: Vec<String> = (0..50)
        .map(|at| format!("crm.lead.list?start={}", at * 50))
        .collect();
    let params = json!({ "cmd": commands });
    median(BATCHES, || client.call("batch", &params))
}

fn adds(client: &mut Client) -> f64 {
    let fields = json!({ "TITLE": "A lead more", "PHONE": [{ "VALUE": "+1 555" }] });
    median(CALLS, || {
        client.call("crm.lead.add", &json!({ "fields": fields }));
    })
}

/// Leads that several clients get in a second.
fn gets(portal: &Portal) -> f64 {
    let begun = Instant::now();
    let count: u32 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..CLIENTS)
            .map(|number| scope.spawn(move || rush(Client::connect(portal), number)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a client that gets leads"))
            .sum()
    });
    f64::from(count) / begun.elapsed().as_secs_f64()
}

/// How many leads a client gets in the time there is.
fn rush(mut client: Client, number: i64) -> u32 {
    let end = Instant::now() + RUSH;
    let mut count = 0;
    // Leads from all over the table, others for each client.
    let mut lead = number + 1;
    while Instant::now() < end {
        client.call("crm.lead.get", &json!({ "id": lead }));
        lead = lead * 7919 % i64::from(LEADS) + 1;
        count += 1;
    }
    count
}

/// The median of several runs, milliseconds. The first ones do not count.
fn median(runs: usize, mut call: impl FnMut()) -> f64 {
    (0..5).for_each(|_| call());
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            call();
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn print(name: &str, figures: &[Figure]) {
    println!("\n{name:<26} {:>10}       to be", "measured");
    for Figure {
        what,
        measured,
        unit,
        limit,
    } in figures
    {
        let wanted = match limit {
            Limit::Below(most) if measured < most => format!("< {most} {unit}"),
            Limit::Above(least) if measured > least => format!("> {least} {unit}"),
            Limit::Below(most) => format!("< {most} {unit}  MISSED"),
            Limit::Above(least) => format!("> {least} {unit}  MISSED"),
            Limit::None => String::new(),
        };
        println!("{what:<26} {measured:>10.2} {unit:<5} {wanted}");
    }
}

fn write(results: &Value) -> PathBuf {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = temporary.parent().unwrap_or(temporary).join("bench");
    std::fs::create_dir_all(&folder).expect("target/ can be written to");
    let path = folder.join("sandbox.json");
    let text = serde_json::to_string_pretty(results).expect("numbers are JSON");
    std::fs::write(&path, text + "\n").expect("target/bench/ can be written to");
    path
}
