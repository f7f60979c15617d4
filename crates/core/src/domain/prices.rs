//! What a record costs and whether that is a good price: grades of condition, exchange rates, what it costs delivered, histories of prices
//! and which pressing an offer is of. Amounts are integer minor units; two currencies are compared only after a dated conversion.

pub mod alerts;
pub mod country;
pub mod customs;
pub mod grade;
pub mod history;
pub mod landed;
pub mod offer;
pub mod rates;
pub mod reading;
pub mod shipping;
pub mod verdict;
