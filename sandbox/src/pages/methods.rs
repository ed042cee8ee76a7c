//! The method explorer: every declared method, found by words, read, filled in and run.

use maud::{Markup, html};

use super::page::{Page, Place};
use super::parts::search_form;
use super::spec::{Family, Method, Refusal, SPEC};
use super::text::{fill, plural, t};

/// The list's address.
pub const PATH: &str = "/_sandbox/methods/";

const DOCS: &str = "https://apidocs.bitrix24.com/";

/// The list of methods that hold every word of `words`.
pub fn list(words: &str) -> Page {
    let found: Vec<&Method> = SPEC
        .methods
        .iter()
        .filter(|method| holds(method, words))
        .collect();
    let families = SPEC.families.iter().filter_map(|family| {
        let own: Vec<&Method> = found
            .iter()
            .filter(|m| m.family == family.name)
            .copied()
            .collect();
        (!own.is_empty()).then_some((family, own))
    });
    let body = html! {
        header class="page-head" {
            div {
                h1 { (t("methods.title")) }
                p class="intro" { (t("methods.intro")) }
            }
            div class="actions" { (search_form(PATH, t("methods.search"), words)) }
        }
        p class="muted" id="method-count" role="status" { (plural("methods.count", found.len())) }
        div class="families" {
            @for (family, methods) in families { (self::family(family, &methods)) }
        }
    };
    Page::new(t("methods.title"), Place::Methods, body).script("methods.js")
}

fn holds(method: &Method, words: &str) -> bool {
    let text = format!("{} {} {}", method.name, method.js, method.doc).to_lowercase();
    let words = words.to_lowercase();
    words.split_whitespace().all(|word| text.contains(word))
}

fn family(family: &Family, methods: &[&Method]) -> Markup {
    html! {
        section class="panel family" {
            header { h2 { code { (family.name) } } }
            p class="muted" { (family.doc) }
            ul class="method-list" { @for method in methods { (line(method)) } }
        }
    }
}

fn line(method: &Method) -> Markup {
    html! {
        li data-words={ (method.name) " " (method.js) " " (method.doc) } {
            a href={ (PATH) (method.name) "/" } { code { (method.name) } }
            (effect(method))
            @if method.deprecated.is_some() { span class="badge waiting" { (t("methods.deprecated")) } }
            p { (method.doc) }
        }
    }
}

fn effect(method: &Method) -> Markup {
    html! { span class={ "badge effect " (method.effect) } { (method.effect) } }
}

/// One method: what it is, a form to run it, and what came back.
pub fn page(method: &Method) -> Page {
    let body = html! {
        p class="crumbs" { a href=(PATH) { (t("methods.title")) } " / " (method.family) }
        header class="page-head card-head" {
            div class="titles" {
                h1 { code { (method.name) } }
                (marks(method))
                p class="intro" { (method.doc) }
                @if let Some(old) = &method.deprecated {
                    p class="note plain" {
                        span {
                            @if let Some(name) = &old.instead { (instead(name)) " " }
                            @if let Some(why) = &old.doc { (why) }
                        }
                    }
                }
            }
            div class="actions" {
                @if let Some(page) = &method.page {
                    a class="button" rel="noreferrer" href={ (DOCS) (page) ".html" } { (t("methods.docs")) }
                }
            }
        }
        div class="explorer" {
            form class="panel" id="method-form" data-method=(method.name)
                data-context=[method.context.as_deref()] novalidate
            {
                header { h2 { (t("methods.params")) } }
                div id="params" class="params" {}
                noscript { p class="empty" { (t("methods.noscript")) } }
                div class="actions run" {
                    button class="button primary" type="submit" { (t("methods.run")) }
                    span class="muted" { (t("methods.run_hint")) }
                }
            }
            div class="stack explorer-output" {
                div class="panel" id="code" {}
                section class="panel" id="answer" aria-label=(t("methods.answer")) tabindex="-1" {
                    header { h2 { (t("methods.answer")) } }
                    p class="empty" { (t("methods.no_answer")) }
                }
            }
        }
        (reference(method))
    };
    Page::new(&*method.name, Place::Methods, body)
        .wide()
        .script("explorer.js")
}

fn instead(name: &str) -> Markup {
    let text = fill("methods.instead", &[("name", &name)]);
    html! {
        @if SPEC.method(name).is_some() { a href={ (PATH) (name) "/" } { (text) } } @else { (text) }
    }
}

fn marks(method: &Method) -> Markup {
    html! {
        div class="marks" {
            (effect(method))
            @if !method.scope.is_empty() {
                span class="badge" { (fill("methods.scope", &[("scope", &method.scope)])) }
            }
            @if method.context.is_some() { span class="badge" { (t("methods.apps_only")) } }
            @if method.admin { span class="badge" { (t("methods.admins_only")) } }
            code class="muted" { (method.js) "()" }
        }
    }
}

fn reference(method: &Method) -> Markup {
    html! {
        div class="stack reference" {
            section class="panel" {
                header { h2 { (t("methods.result")) } }
                p {
                    code { (method.result.ty) @if method.list.is_some() { "[]" } }
                    " " (method.result.doc)
                }
            }
            @if !method.errors.is_empty() {
                section class="panel" {
                    header { h2 { (t("methods.errors")) } }
                    dl class="errors" { @for each in &method.errors { (refusal(each)) } }
                }
            }
        }
    }
}

fn refusal(refusal: &Refusal) -> Markup {
    html! {
        div {
            dt {
                @if !refusal.code.is_empty() { code { (refusal.code) } }
                @if !refusal.text.is_empty() { " " q { (refusal.text) } }
            }
            dd { (refusal.doc) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_found_by_words_in_any_order() {
        let method = SPEC.method("crm.lead.contact.add").unwrap();
        assert!(holds(method, "contact LEAD"));
        assert!(holds(method, "crmLeadContactAdd"));
        assert!(!holds(method, "lead invoice"));
    }
}
