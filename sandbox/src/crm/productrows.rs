//! crm.lead.productrows.* (reference §5.3).

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value, json};

use super::access;
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::{products, records};

/// Pieces.
const MEASURE: (i64, &str) = (796, "pcs");
/// Discounts are given as a sum …
const BY_SUM: i64 = 1;
/// … or in percent.
const BY_RATE: i64 = 2;

/// The rows of a lead.
pub fn get(call: &Call<'_>) -> Answered {
    let lead = lead_id(call)?;
    access::read(call, Kind::Lead, lead)?;
    let rows = products::load(call.db, lead)?;
    Ok(rows
        .into_iter()
        .map(|(id, row)| with_owner(id, lead, row))
        .collect::<Value>()
        .into())
}

/// Replaces the rows of a lead, whose amount follows; always true.
pub fn set(call: &Call<'_>) -> Answered {
    let lead = lead_id(call)?;
    let rows = match call.array("rows") {
        Some(rows) if !cast::is_array(rows) => {
            return Err(RestError::crm("The parameter rows must be array."));
        }
        Some(rows) => cast::values(rows),
        None => Vec::new(),
    };
    let Some(record) = access::write(call, Kind::Lead, lead)? else {
        return Err(RestError::crm("Not found."));
    };
    let rows = rows.into_iter().filter(|row| cast::is_array(row));
    let rows = rows
        .map(|row| check(row).map(|()| complete(row)))
        .collect::<Result<Vec<_>, _>>()?;
    products::replace(call.db, lead, &rows)?;
    if record.text("IS_MANUAL_OPPORTUNITY") != "Y" {
        let amount = SqlValue::Real(rows.iter().map(total).sum());
        records::update(call.db, Kind::Lead, lead, &vec![("OPPORTUNITY", amount)])?;
    }
    Ok(true.into())
}

fn lead_id(call: &Call<'_>) -> Result<i64, RestError> {
    match call.id() {
        id if id > 0 => Ok(id),
        _ => Err(RestError::crm(
            "The parameter id is invalid or not defined.",
        )),
    }
}

fn check(row: &Value) -> Result<(), RestError> {
    let given = |name: &str| !cast::member(row, name).is_null();
    let missing = |title: &str, name: &str, kind: &str| {
        let text = format!(
            "{title} ({name}) is required if {kind} Discount Type (DISCOUNT_TYPE_ID) is defined."
        );
        Err(RestError::core(text))
    };
    match cast::int(cast::member(row, "DISCOUNT_TYPE_ID")) {
        BY_SUM if !given("DISCOUNT_SUM") => missing("Discount Sum", "DISCOUNT_SUM", "Monetary"),
        BY_RATE if !given("DISCOUNT_RATE") => {
            missing("Discount Rate", "DISCOUNT_RATE", "Percentage")
        }
        BY_RATE
            if cast::int(cast::member(row, "DISCOUNT_RATE")) == 100 && !given("DISCOUNT_SUM") =>
        {
            missing("Discount Sum", "DISCOUNT_SUM", "Percentage")
        }
        _ => Ok(()),
    }
}

/// A row with everything the portal works out itself.
pub fn complete(row: &Value) -> Value {
    let number = |name: &str| {
        Some(cast::member(row, name))
            .filter(|value| !value.is_null())
            .map(cast::float)
    };
    let text = |name: &str| cast::text(cast::member(row, name));
    let prices = Prices::work_out(row);
    let kind = if cast::int(cast::member(row, "DISCOUNT_TYPE_ID")) == BY_SUM {
        BY_SUM
    } else {
        BY_RATE
    };
    let measure_code = cast::int(cast::member(row, "MEASURE_CODE"));
    let measure_name = text("MEASURE_NAME");
    json!({
        "PRODUCT_ID": cast::int(cast::member(row, "PRODUCT_ID")),
        "PRODUCT_NAME": text("PRODUCT_NAME"),
        "ORIGINAL_PRODUCT_NAME": text("PRODUCT_NAME"),
        "PRODUCT_DESCRIPTION": Value::Null,
        "PRICE": prices.price,
        "PRICE_EXCLUSIVE": prices.exclusive,
        "PRICE_NETTO": prices.netto,
        "PRICE_BRUTTO": prices.brutto,
        "PRICE_ACCOUNT": format!("{:.8}", prices.price),
        "QUANTITY": number("QUANTITY").unwrap_or(1.0),
        "DISCOUNT_TYPE_ID": kind,
        "DISCOUNT_RATE": prices.discount_rate,
        "DISCOUNT_SUM": prices.discount_sum,
        "TAX_RATE": number("TAX_RATE"),
        "TAX_INCLUDED": if cast::is_yes(cast::member(row, "TAX_INCLUDED")) { "Y" } else { "N" },
        "CUSTOMIZED": "Y",
        "MEASURE_CODE": if measure_code > 0 { measure_code } else { MEASURE.0 },
        "MEASURE_NAME": if measure_name.is_empty() { MEASURE.1.to_owned() } else { measure_name },
        "SORT": cast::int(cast::member(row, "SORT")),
        "XML_ID": "",
        "TYPE": 1,
        "STORE_ID": Value::Null,
        "RESERVE_ID": Value::Null,
        "DATE_RESERVE_END": Value::Null,
        "RESERVE_QUANTITY": Value::Null,
    })
}

/// What one piece costs: with discount and tax, without tax, and both without discount.
struct Prices {
    price: f64,
    exclusive: f64,
    netto: f64,
    brutto: f64,
    discount_rate: f64,
    discount_sum: f64,
}

impl Prices {
    fn work_out(row: &Value) -> Self {
        let number = |name: &str| {
            Some(cast::member(row, name))
                .filter(|value| !value.is_null())
                .map(cast::float)
        };
        let taxed = 1.0 + number("TAX_RATE").unwrap_or_default() / 100.0;
        let price = number("PRICE")
            .or(number("PRICE_EXCLUSIVE").map(|price| price * taxed))
            .unwrap_or_default();
        let exclusive = number("PRICE_EXCLUSIVE").unwrap_or(price / taxed);
        let (rate, sum) = (number("DISCOUNT_RATE"), number("DISCOUNT_SUM"));
        let by_sum = cast::int(cast::member(row, "DISCOUNT_TYPE_ID")) == BY_SUM;
        let netto = number("PRICE_NETTO").unwrap_or_else(|| match (rate, sum) {
            (Some(rate), _) if !by_sum && rate < 100.0 => exclusive / (1.0 - rate / 100.0),
            (_, Some(sum)) => exclusive + sum,
            _ => exclusive,
        });
        let discount_sum = netto - exclusive;
        let worked_out = if netto == 0.0 {
            0.0
        } else {
            discount_sum / netto * 100.0
        };
        Self {
            price: round(price),
            exclusive: round(exclusive),
            netto: round(netto),
            brutto: round(netto * taxed),
            discount_rate: round(rate.filter(|_| !by_sum).unwrap_or(worked_out)),
            discount_sum: round(discount_sum),
        }
    }
}

/// Prices have four digits behind the point.
fn round(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// What the row costs.
pub fn total(row: &Value) -> f64 {
    let number = |name: &str| cast::float(cast::member(row, name));
    number("PRICE") * number("QUANTITY")
}

fn with_owner(id: i64, lead: i64, row: Value) -> Value {
    let mut all = Map::new();
    all.insert("ID".into(), json!(id.to_string()));
    all.insert("OWNER_ID".into(), json!(lead.to_string()));
    all.insert("OWNER_TYPE".into(), json!("L"));
    if let Value::Object(row) = row {
        all.extend(row);
    }
    Value::Object(all)
}
