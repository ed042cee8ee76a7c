//! The bar over a list that narrows it down. A plain form: it works without scripts.

use maud::{Markup, html};

use super::icons;
use super::text::{fill, t};
use super::view::filter::Choices;
use super::view::{Filter, FilterChoices};

/// A bar for a list.
#[derive(Debug)]
pub struct FilterBar<'a> {
    /// The list's address.
    pub path: &'a str,
    /// What the search field is called.
    pub label: &'a str,
    /// What is set.
    pub filter: &'a Filter,
    /// What can be set.
    pub choices: &'a FilterChoices,
}

/// The bar: words, criteria that fold out, and a mark for each that is in use.
pub fn bar(bar: &FilterBar<'_>) -> Markup {
    let count = bar.filter.criteria();
    html! {
        form class="filter" role="search" action=(bar.path) {
            div class="search" {
                input type="search" name="q" value=(bar.filter.words)
                    placeholder=(bar.label) aria-label=(bar.label);
                button class="button" type="submit" { (t("filter.search")) }
            }
            details class="criteria" {
                summary class="button" {
                    (icons::FILTER) (t("filter.criteria"))
                    @if count > 0 { span class="badge primary" { (count) } }
                }
                div class="criteria-fields panel" {
                    (fields(bar))
                    div class="actions" {
                        button class="button primary" type="submit" { (t("filter.apply")) }
                        a class="button" href=(bar.path) { (t("filter.clear")) }
                    }
                }
            }
        }
        (marks(bar))
    }
}

fn fields(bar: &FilterBar<'_>) -> Markup {
    let FilterBar {
        filter, choices, ..
    } = bar;
    let responsible = filter
        .responsible
        .map(|id| id.to_string())
        .unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    html! {
        @if !choices.stages.is_empty() {
            (select("stage", t("filter.stage"), &choices.stages, &filter.stage))
            (select("repeat", t("filter.repeat"), &repeat_choices(), repeat_code(filter)))
        }
        @if !choices.types.is_empty() {
            (select("type", t("filter.type"), &choices.types, &filter.type_id))
        }
        @if !choices.sources.is_empty() {
            (select("source", t("filter.source"), &choices.sources, &filter.source))
        }
        (select("responsible", t("filter.responsible"), &choices.users, &responsible))
        label class="field" {
            span { (t("filter.from")) }
            input type="date" name="from" value=[day(filter.from)];
        }
        label class="field" {
            span { (t("filter.to")) }
            input type="date" name="to" value=[day(filter.to)];
        }
    }
}

fn repeat_choices() -> Choices {
    vec![
        ("Y".to_owned(), t("filter.repeat.yes").to_owned()),
        ("N".to_owned(), t("filter.repeat.no").to_owned()),
    ]
}

fn repeat_code(filter: &Filter) -> &'static str {
    filter
        .repeat
        .map_or("", |repeat| if repeat { "Y" } else { "N" })
}

fn select(name: &str, label: &str, choices: &Choices, chosen: &str) -> Markup {
    html! {
        label class="field" {
            span { (label) }
            select name=(name) {
                option value="" { (t("filter.any")) }
                @for (code, title) in choices {
                    option value=(code) selected[code == chosen] { (title) }
                }
            }
        }
    }
}

/// What is in use, each with a link that takes it away.
fn marks(bar: &FilterBar<'_>) -> Markup {
    let FilterBar {
        filter,
        choices,
        path,
        ..
    } = bar;
    let pairs = filter.pairs();
    html! {
        @if filter.criteria() > 0 {
            ul class="marks filter-marks" aria-label=(t("filter.in_use")) {
                @for (name, code) in pairs.iter().filter(|(name, _)| *name != "q") {
                    @let title = title(choices, name, code);
                    li {
                        a class="badge primary" href=(without(&pairs, name, path))
                            aria-label=(fill("filter.remove", &[("name", &title)]))
                        { (title) span aria-hidden="true" { "×" } }
                    }
                }
            }
        }
    }
}

fn without(pairs: &[(&'static str, String)], name: &str, path: &str) -> String {
    let rest: Vec<_> = pairs
        .iter()
        .filter(|(each, _)| *each != name)
        .cloned()
        .collect();
    Filter::default().address(path, &rest)
}

fn title(choices: &FilterChoices, name: &str, code: &str) -> String {
    let named = |label: &str, known: &Choices| {
        let found = known.iter().find(|(each, _)| each == code);
        let name = found.map_or(code, |(_, name)| name.as_str());
        format!("{label}: {name}")
    };
    match name {
        "stage" => named(t("filter.stage"), &choices.stages),
        "type" => named(t("filter.type"), &choices.types),
        "source" => named(t("filter.source"), &choices.sources),
        "responsible" => named(t("filter.responsible"), &choices.users),
        "repeat" if code == "Y" => t("filter.repeat.yes").to_owned(),
        "repeat" => t("filter.repeat.no").to_owned(),
        "from" => format!("{} {code}", t("filter.from")),
        _ => format!("{} {code}", t("filter.to")),
    }
}
