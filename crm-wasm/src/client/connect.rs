//! `connect`: which transport, and what it needs to be told first.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::bag::Bag;
use super::portal::Portal;
use super::throw::{crm_error, object};
use super::{SharedPortal, Target};
use crate::error::{Failure, Garbage};
use crate::json::Problem;
use crate::transport::address::{self, Address};
use crate::transport::deadline::Deadline;
use crate::transport::frame::{Frame, embedded};
use crate::transport::host::Window;
use crate::transport::message::{Page, parse_name};
use crate::transport::token::{self, FRAME_TIMEOUT, Source, Token};

const HOWTO: &str = "nothing says how to connect: outside a placement's iframe pass { webhook: \"https://…/rest/1/…/\" } or \
                     { oauth: { endpoint, accessToken } }";

/// A way to connect, its options checked.
enum Plan {
    Webhook(Address),
    Token(Address, String, Option<f64>, Source),
    Placement(Window, Page),
}

/// Connects; `portal.js` dresses what it gives.
#[wasm_bindgen(js_name = __connect, skip_typescript)]
pub fn connect(options: JsValue) -> Promise {
    let mut problems = Vec::new();
    let plan = plan(&options, &mut problems);
    future_to_promise(async move {
        let plan = plan.filter(|_| problems.is_empty()).ok_or(Failure::Validation(problems));
        let done = match plan {
            Ok(plan) => carry_out(plan).await,
            Err(failure) => Err(failure),
        };
        done.map(JsValue::from).map_err(|failure| crm_error(&Target::outside("connect"), failure, None))
    })
}

fn plan(options: &JsValue, problems: &mut Vec<Problem>) -> Option<Plan> {
    const WAYS: [&str; 3] = ["webhook", "oauth", "placement"];
    let mut bag = Bag::open(options, "", &WAYS, problems);
    let chosen: Vec<&str> = WAYS.into_iter().filter(|way| bag.get(way).is_some()).collect();
    match *chosen.as_slice() {
        ["webhook"] => {
            let written = bag.text("webhook", "")?;
            checked(address::webhook(&written), "webhook", &mut bag).map(Plan::Webhook)
        }
        ["oauth"] => {
            let oauth = bag.get("oauth")?;
            token_plan(&oauth, problems)
        }
        ["placement"] | [] => {
            let placement = bag.get("placement");
            placement_plan(placement, problems)
        }
        _ => {
            bag.problem("options", "name more than one of webhook, oauth and placement");
            None
        }
    }
}

fn checked(address: Result<Address, &str>, name: &str, bag: &mut Bag<'_>) -> Option<Address> {
    address.map_err(|message| bag.problem(name, message)).ok()
}

fn token_plan(oauth: &JsValue, problems: &mut Vec<Problem>) -> Option<Plan> {
    let mut bag = Bag::open(oauth, "oauth", &["endpoint", "accessToken", "expiresIn", "refresh"], problems);
    let written = bag.text("endpoint", "the portal's REST address, https://example.bitrix24.com/rest/");
    let access = bag.text("accessToken", "the access token");
    let lifetime = bag.take("expiresIn", "is not a positive number of seconds", |value| {
        value.as_f64().filter(|seconds| *seconds > 0.0)
    });
    let refresh = bag.take("refresh", "is not a function", |value| value.dyn_ref::<Function>().cloned());
    let address = checked(address::endpoint(&written?), "endpoint", &mut bag);
    if access.as_deref() == Some("") {
        bag.problem("accessToken", "is empty");
    }
    Some(Plan::Token(address?, access?, lifetime, refresh.map_or(Source::None, Source::Function)))
}

fn placement_plan(placement: Option<JsValue>, problems: &mut Vec<Problem>) -> Option<Plan> {
    let options = placement.filter(|value| value.as_bool() != Some(true)).unwrap_or_default();
    let mut bag = Bag::open(&options, "placement", &["portals"], problems);
    let portals = bag.take("portals", "is not a list of host names", host_names);
    let found = embedded().and_then(|window| {
        let page = parse_name(&window.name().as_string()?)?;
        Some((window, page))
    });
    let Some((window, page)) = found else {
        problems.push(Problem { path: "options".into(), message: HOWTO.into() });
        return None;
    };
    if portals.is_some_and(|patterns| !address::is_listed(&page.host, &patterns)) {
        let message = ["does not list ", &page.host, ", which embeds this page"].concat();
        problems.push(Problem { path: "placement.portals".into(), message });
        return None;
    }
    Some(Plan::Placement(window, page))
}

fn host_names(value: &JsValue) -> Option<Vec<String>> {
    Array::is_array(value).then(|| Array::from(value).iter().map(|name| name.as_string()).collect())?
}

async fn carry_out(plan: Plan) -> Result<Object, Failure> {
    match plan {
        Plan::Webhook(address) => Ok(seen(&Portal::open(address, None, None), "webhook", JsValue::UNDEFINED)),
        Plan::Token(address, access, lifetime, source) => {
            let token = Token::new(access, lifetime, source);
            Ok(seen(&Portal::open(address, Some(token), None), "oauth", JsValue::UNDEFINED))
        }
        Plan::Placement(window, page) => shake_hands(Frame::open(window, page)).await,
    }
}

/// What JavaScript sees of a portal.
fn seen(portal: &SharedPortal, transport: &str, frame: JsValue) -> Object {
    object([
        ("id", portal.id().into()),
        ("domain", portal.domain().into()),
        ("transport", transport.into()),
        ("frame", frame),
    ])
}

/// Asks the portal page for a token and for what the app was opened with.
async fn shake_hands(frame: std::rc::Rc<Frame>) -> Result<Object, Failure> {
    let page = frame.page();
    let json = frame.ask("getInitData", "", &bounded()?).await?;
    let data = JSON::parse(&json).ok().filter(JsValue::is_object).ok_or(Failure::Garbled {
        status: 0,
        what: Garbage::Other("the portal page's answer to getInitData is no object"),
    })?;
    if text(&data, "FIRST_RUN") == "true" {
        // Tells the portal that the app runs for this user. When it stays silent the app runs all the same, and the page
        // asks again the next time.
        let _ = frame.ask("setInstall", r#"{"install":true}"#, &bounded()?).await;
    }
    let address = Address {
        base: address::beside(&page.origin, &text(&data, "PATH")),
        host: page.host.clone(),
        secret: text(&data, "REFRESH_ID"),
    };
    // A user without access to the app is shown its placement without a token: then a call is refused, not the connection.
    let (access, lifetime) = token::read(&data, "AUTH_ID", "AUTH_EXPIRES").unwrap_or_default();
    let token = Token::new(access, lifetime, Source::Frame(frame.clone()));
    let context = context(&data);
    Ok(seen(&Portal::open(address, Some(token), Some(frame)), "placement", context.into()))
}

fn bounded() -> Result<Deadline, Failure> {
    Deadline::start(Some(FRAME_TIMEOUT), None).map_err(|_| Failure::Aborted { sent: false })
}

/// The placement without the tokens that came with it.
fn context(data: &JsValue) -> Object {
    let flag = |name| JsValue::from(text(data, name) == "true");
    let info = object([
        ("lang", text(data, "LANG").into()),
        ("memberId", text(data, "MEMBER_ID").into()),
        ("isAdmin", flag("IS_ADMIN")),
        ("firstRun", flag("FIRST_RUN")),
        ("install", flag("INSTALL")),
        ("userOptions", map(data, "USER_OPTIONS")),
        ("appOptions", map(data, "APP_OPTIONS")),
    ]);
    object([
        ("code", text(data, "PLACEMENT").into()),
        ("options", map(data, "PLACEMENT_OPTIONS")),
        ("info", info.into()),
    ])
}

/// A member as text: the wire is not of one mind about strings, numbers and booleans here.
fn text(data: &JsValue, name: &str) -> String {
    let value = Reflect::get(data, &name.into()).unwrap_or_default();
    if value.is_object() || value.is_undefined() || value.is_null() {
        return String::new();
    }
    value.as_string().or_else(|| JSON::stringify(&value).ok().map(String::from)).unwrap_or_default()
}

/// A member that is an object, JSON text of one, or `[]` or `""` when it is empty.
fn map(data: &JsValue, name: &str) -> JsValue {
    let value = Reflect::get(data, &name.into()).unwrap_or_default();
    let parsed = value.as_string().and_then(|text| JSON::parse(&text).ok()).unwrap_or(value);
    if parsed.is_object() && !Array::is_array(&parsed) { parsed } else { Object::new().into() }
}
