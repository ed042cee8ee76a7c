//! Conversion of a lead: what the portal offers to make of it.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::page::{Page, Place};
use super::parts::{note, repeat_badge};
use super::view::lead::LeadCard;

/// What a lead can become: name, title and meaning.
type Target = (&'static str, &'static str, &'static str);

const CONTACT: Target = (
    "contact",
    "Contact",
    "A person, with the lead's name, phones and e-mails",
);
const COMPANY: Target = ("company", "Company", "The organisation the lead speaks for");
const DEAL: Target = (
    "deal",
    "Deal",
    "The sale itself, with the lead's amount and products",
);

/// What this lead can become: whoever is behind a repeat lead is known already, so only a deal is left.
pub fn targets(repeat: bool) -> &'static [Target] {
    if repeat {
        &[DEAL]
    } else {
        &[CONTACT, COMPANY, DEAL]
    }
}

/// The page that asks what to make of a lead.
pub fn page(lead: &LeadCard) -> Page {
    let body = html! {
        (head(lead))
        section class="panel narrow" {
            (note(true, &html! {
                p {
                    "This sandbox shows what the portal offers here and creates nothing: deals and "
                    "companies made from leads are not part of it."
                }
            }))
            form method="post" {
                fieldset class="choices" {
                    legend { (legend(lead)) }
                    @for target in targets(lead.repeat) { (choice(*target)) }
                }
                div class="actions" {
                    button class="button primary" type="submit" { "Convert" }
                    a class="button" href=(lead.path()) { "Back to the lead" }
                }
            }
        }
    };
    Page::new(format!("Convert {}", lead.title), Place::Leads, body)
}

/// The answer to the form: refused by name, because an invented result would help nobody.
pub fn refusal(lead: &LeadCard) -> Page {
    let body = html! {
        (head(lead))
        section class="panel narrow" {
            (note(true, &html! {
                p { code { "SANDBOX_NOT_IMPLEMENTED" } ": lead conversion" }
                p { "Nothing was created, and the lead is as it was." }
            }))
            a class="button" href=(lead.path()) { "Back to the lead" }
        }
    };
    Page::new("Conversion refused", Place::Leads, body).status(StatusCode::NOT_IMPLEMENTED)
}

fn head(lead: &LeadCard) -> Markup {
    html! {
        header class="page-head" {
            div {
                p class="crumbs" { a href="/crm/lead/" { "Leads" } " / " a href=(lead.path()) { (lead.title) } }
                h1 { "Convert the lead" }
            }
            @if lead.repeat { div class="marks" { (repeat_badge()) } }
        }
    }
}

fn legend(lead: &LeadCard) -> &'static str {
    if lead.repeat {
        "The customer behind this lead is known, so it can only become:"
    } else {
        "Choose what this lead becomes:"
    }
}

fn choice((name, title, meaning): Target) -> Markup {
    html! {
        label {
            input type="checkbox" name="target" value=(name) checked;
            strong { (title) }
            span class="muted" { (meaning) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::targets;

    #[test]
    fn a_repeat_lead_becomes_only_a_deal() {
        let names: Vec<_> = targets(true).iter().map(|(name, ..)| *name).collect();
        assert_eq!(names, ["deal"]);
        assert_eq!(targets(false).len(), 3);
    }
}
