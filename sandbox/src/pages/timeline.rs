//! What calls did to the record of a card.

use maud::{Markup, html};

use super::text::t;
use super::view::timeline::Step;

/// The panel with the steps.
pub fn panel(steps: &[Step]) -> Markup {
    html! {
        section class="panel" id="card-timeline" {
            header {
                h2 { (t("timeline.title")) }
                a href="/_sandbox/inspector/" { (t("timeline.inspector")) }
            }
            @if steps.is_empty() { p class="empty" { (t("timeline.none")) } }
            ol class="timeline" { @for each in steps { (step(each)) } }
        }
    }
}

fn step(step: &Step) -> Markup {
    html! {
        li class=[step.failed.then_some("failed")] {
            p class="line" {
                a href={ "/_sandbox/inspector/#call-" (step.call) } { code { (step.method) } }
                @if step.batched { span class="badge" { (t("timeline.batch")) } }
                @if step.failed { span class="status failure" { (t("timeline.refused")) } }
            }
            @if !step.fields.is_empty() { p class="fields-sent" { (step.fields.join(", ")) } }
            small { (step.caller) " · " time { (step.moment) } }
        }
    }
}
