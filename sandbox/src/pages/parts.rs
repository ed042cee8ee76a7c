//! The parts that several pages are made of.

use maud::{Markup, html};

use super::icons;
use super::text::{fill, plural, t};
use super::view::{Listing, Person, Reach, Row, Section, Stage, Value};

/// A stage as a coloured word.
pub fn status(stage: &Stage) -> Markup {
    html! { span class={ "status " (stage.tone.class()) } { (stage.name) } }
}

/// The mark of a lead of somebody who is a customer already.
pub fn repeat_badge() -> Markup {
    html! { span class="badge repeat" { (icons::REPEAT) (t("leads.repeat")) } }
}

/// A person's initials in a circle.
pub fn avatar(person: &Person) -> Markup {
    html! {
        span class={ "avatar tone-" (person.tone()) } aria-hidden="true" { (person.initials()) }
    }
}

/// A phone number or an address that can be followed.
pub fn reach(reach: &Reach) -> Markup {
    html! {
        @match &reach.href {
            Some(href) => a href=(href) { (reach.value) },
            None => (reach.value),
        }
    }
}

/// A panel with one section of a card.
pub fn section(section: &Section) -> Markup {
    html! {
        section class="panel" {
            header { h2 { (t(section.title)) } }
            dl class="fields" { @for row in &section.rows { (field(row)) } }
        }
    }
}

fn field(row: &Row) -> Markup {
    html! {
        div class=[row.wide().then_some("wide")] data-field=(row.name) {
            dt { (row.title) }
            (value(&row.value))
        }
    }
}

fn value(value: &Value) -> Markup {
    html! {
        @match value {
            Value::Unset => dd class="unset" { "—" },
            Value::Text(text) => dd { (text) },
            Value::Lines(text) => dd class="pre" { (text) },
            Value::Record { href, name } => dd { a href=(href) { (name) } },
            Value::Reaches(reaches) => dd {
                ul class="values" {
                    @for each in reaches { li { (reach(each)) small { (each.kind) } } }
                }
            },
        }
    }
}

/// A linked person: who it is, the mark of the main one, and how to reach them.
pub fn person(person: &Person, mark: Option<&str>) -> Markup {
    html! {
        li data-contact=(person.id) {
            (avatar(person))
            div {
                p class="line" {
                    a href=(person.path()) { (person.name()) }
                    @if let Some(mark) = mark { span class="badge primary" { (mark) } }
                }
                @if let Some(post) = &person.post { p class="muted" { (post) } }
                p class="reach" {
                    @for each in person.phones.iter().chain(&person.emails) { span { (reach(each)) } }
                }
            }
        }
    }
}

/// A search field for a list; it works without scripts.
pub fn search_form(path: &str, label: &str, words: &str) -> Markup {
    html! {
        form class="search" role="search" action=(path) {
            input type="search" name="q" value=(words) placeholder=(label) aria-label=(label);
            button class="button" type="submit" { (t("filter.search")) }
        }
    }
}

/// How many rows a list has, and for which words; `key` names the text with the number.
pub fn count<T>(listing: &Listing<T>, key: &str) -> Markup {
    let words = &listing.filter.words;
    html! {
        p class="count" {
            (plural(key, listing.total))
            @if !words.is_empty() { " " (fill("list.for", &[("words", words)])) }
        }
    }
}

/// Links to the pages before and after this one; nothing when there is only one.
pub fn pager<T>(listing: &Listing<T>) -> Markup {
    let (number, last) = (listing.number, listing.last());
    html! {
        @if last > 1 {
            nav class="pager" aria-label=(t("list.pages")) {
                span { (fill("list.page", &[("number", &number), ("last", &last)])) }
                span class="actions" {
                    @if number > 1 { a class="button" href=(listing.path(number - 1)) { (t("list.previous")) } }
                    @if number < last { a class="button" href=(listing.path(number + 1)) { (t("list.next")) } }
                }
            }
        }
    }
}

/// A remark beside the content.
pub fn note(plain: bool, text: &Markup) -> Markup {
    html! {
        div class={ "note" @if plain { " plain" } } { (icons::HINT) div { (text) } }
    }
}
