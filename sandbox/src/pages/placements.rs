//! Which apps stand where, opened for the user who looks at the page.

use serde_json::{Value, json};

use super::apps::{AppFrame, Apps, Button};
use super::missing::PageError;
use crate::entity::Kind;
use crate::host::{self, Viewer};
use crate::state::Portal;
use crate::store::apps::{self, App};
use crate::store::placements::{self, Binding};
use crate::store::{Sql, users};

/// The placements that some page shows, of each kind of record.
const SHOWN: [&str; 4] = ["DETAIL_TAB", "DETAIL_TOOLBAR", "LIST_TOOLBAR", "LIST_MENU"];

/// Whether a page of this sandbox shows the placement.
pub fn is_shown(code: &str) -> bool {
    shown_beside(code).is_some()
}

/// The list of the records that the placement is shown beside; none when no page shows it.
pub fn shown_beside(code: &str) -> Option<String> {
    let is_of = |kind: &Kind| SHOWN.iter().any(|place| code_of(*kind, place) == code);
    let kind = Kind::ALL.into_iter().find(is_of)?;
    Some(format!("/crm/{}/", kind.name()))
}

fn code_of(kind: Kind, place: &str) -> String {
    format!("CRM_{}_{place}", kind.upper())
}

/// The apps of a record's card: tabs with their frames opened, and buttons.
pub fn of_card(portal: &Portal, kind: Kind, id: i64, viewer: Viewer<'_>) -> Sql<Apps> {
    let options = json!({
        "ID": id.to_string(),
        "URI": format!("/crm/{}/details/{id}/", kind.name()),
    });
    let mut tabs = Vec::new();
    for binding in visible(portal, &code_of(kind, "DETAIL_TAB"), viewer)? {
        tabs.extend(open(portal, &binding, &options, viewer)?);
    }
    Ok(Apps {
        tabs,
        toolbar: card_toolbar(portal, kind, id, viewer)?,
    })
}

/// The buttons over a record's card.
pub fn card_toolbar(portal: &Portal, kind: Kind, id: i64, viewer: Viewer<'_>) -> Sql<Vec<Button>> {
    let code = code_of(kind, "DETAIL_TOOLBAR");
    buttons(portal, &code, &format!("?ID={id}"), viewer)
}

/// The buttons over a list of records.
pub fn list_toolbar(portal: &Portal, kind: Kind, viewer: Viewer<'_>) -> Sql<Vec<Button>> {
    buttons(portal, &code_of(kind, "LIST_TOOLBAR"), "", viewer)
}

/// The buttons of every row of a list; the row's id belongs at the end of their path.
pub fn list_menu(portal: &Portal, kind: Kind, viewer: Viewer<'_>) -> Sql<Vec<Button>> {
    buttons(portal, &code_of(kind, "LIST_MENU"), "?ID=", viewer)
}

fn buttons(portal: &Portal, code: &str, query: &str, viewer: Viewer<'_>) -> Sql<Vec<Button>> {
    let bindings = visible(portal, code, viewer)?.into_iter();
    let button = |binding: Binding| Button {
        path: format!("/_sandbox/placement/{}/{query}", binding.id),
        title: title(&binding),
    };
    Ok(bindings.map(button).collect())
}

fn visible(portal: &Portal, code: &str, viewer: Viewer<'_>) -> Sql<Vec<Binding>> {
    let mut bindings = portal.store.read(|db| placements::at(db, code))?;
    bindings.retain(|binding| is_for(binding, viewer));
    Ok(bindings)
}

/// Whether the binding is everyone's or the viewer's own.
fn is_for(binding: &Binding, viewer: Viewer<'_>) -> bool {
    [0, viewer.user].contains(&binding.user_id)
}

/// The app of a binding, opened with what the page's address says.
pub fn of_binding(
    portal: &Portal,
    id: i64,
    options: &Value,
    viewer: Viewer<'_>,
) -> Result<AppFrame, PageError> {
    let binding = portal.store.read(|db| placements::get(db, id))?;
    let binding = binding
        .filter(|binding| is_shown(&binding.placement) && is_for(binding, viewer))
        .ok_or(PageError::NoApp)?;
    open(portal, &binding, options, viewer)?.ok_or(PageError::NoApp)
}

/// The main page of an app, opened with what the page's address says.
pub fn of_app(
    portal: &Portal,
    client_id: &str,
    options: &Value,
    viewer: Viewer<'_>,
) -> Result<AppFrame, PageError> {
    let apps = portal.store.read(apps::all)?;
    let app = apps
        .into_iter()
        .find(|app| app.client_id == client_id)
        .ok_or(PageError::NoApp)?;
    open(portal, &main_page(app), options, viewer)?.ok_or(PageError::NoApp)
}

// The main page is a placement like the others, only that nobody binds it.
fn main_page(app: App) -> Binding {
    Binding {
        app_id: app.id,
        placement: "DEFAULT".to_owned(),
        handler: app.handler,
        title: app.title,
        ..Binding::default()
    }
}

fn open(
    portal: &Portal,
    binding: &Binding,
    options: &Value,
    viewer: Viewer<'_>,
) -> Sql<Option<AppFrame>> {
    let Some(frame) = host::open_frame(portal, binding, options, viewer)? else {
        return Ok(None);
    };
    portal.store.read(|db| {
        let user = users::get(db, viewer.user)?;
        let app = apps::get(db, binding.app_id)?;
        Ok(app.map(|app| AppFrame {
            frame,
            app: app.client_id,
            title: title(binding),
            placement: binding.placement.clone(),
            admin: user.is_some_and(|user| user.is_admin),
        }))
    })
}

// A title in the user's language comes before the plain one, and no tab is without a name.
fn title(binding: &Binding) -> String {
    let translated = binding
        .lang_all
        .pointer("/en/TITLE")
        .and_then(Value::as_str);
    let known = [translated.unwrap_or_default(), &binding.title];
    let title = known.into_iter().find(|title| !title.trim().is_empty());
    title.unwrap_or("App").to_owned()
}

#[cfg(test)]
mod tests {
    use super::is_shown;

    #[test]
    fn tabs_and_toolbars_are_shown_and_the_timeline_is_not() {
        assert!(is_shown("CRM_LEAD_DETAIL_TAB"));
        assert!(is_shown("CRM_CONTACT_LIST_MENU"));
        assert!(!is_shown("CRM_LEAD_DETAIL_ACTIVITY"));
    }
}
