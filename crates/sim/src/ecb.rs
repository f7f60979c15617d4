//! The European Central Bank's reference rates: the last working day, and the working days of ninety.

use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::faults::refusal;
use crate::state::State;
use crate::world::{rates, working_days};

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/ecb/eurofxref-daily.xml", get(daily))
        .route("/ecb/eurofxref-hist-90d.xml", get(ninety_days))
        .route("/ecb/{*rest}", get(async || refusal::page(404)))
}

async fn daily() -> Response {
    let days: Vec<NaiveDate> = working_days(now()).take(1).collect();
    file(&days, '\'')
}

async fn ninety_days() -> Response {
    let now = now();
    let oldest = now.date_naive() - Days::new(90);
    let days: Vec<NaiveDate> = working_days(now).take_while(|day| *day >= oldest).collect();
    file(&days, '"')
}

fn now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

/// The two files differ in their quotes.
fn file(days: &[NaiveDate], quote: char) -> Response {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" \
         xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n\t<gesmes:subject>Reference rates</gesmes:subject>\n\
         \t<gesmes:Sender>\n\t\t<gesmes:name>European Central Bank</gesmes:name>\n\t</gesmes:Sender>\n\t<Cube>\n",
    );
    for day in days {
        xml.push_str(&format!("\t\t<Cube time={quote}{day}{quote}>\n"));
        for (currency, rate) in rates(*day) {
            xml.push_str(&format!("\t\t\t<Cube currency={quote}{currency}{quote} rate={quote}{rate}{quote}/>\n"));
        }
        xml.push_str("\t\t</Cube>\n");
    }
    xml.push_str("\t</Cube>\n</gesmes:Envelope>\n");
    ([(header::CONTENT_TYPE, "text/xml")], xml).into_response()
}
