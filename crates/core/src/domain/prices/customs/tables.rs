//! The dated tables: standard rates of VAT, duties on records, fees per parcel. To change what holds from a day on, add a line.

use super::Area;
use crate::domain::money::Currency;

/// A day as year, month, day.
pub(super) type Day = (i32, u32, u32);

/// The standard rate of VAT in tenths of a percent from a day on. Records have no reduced rate in any of these.
///
/// Sources: European Commission, "VAT rates applied in the Member States"; for 2024 to 2026 the changes of Luxembourg, Estonia, Finland,
/// Slovakia and Romania as announced by their ministries; Switzerland: art. 25 MWSTG; Norway: merverdiavgiftsloven § 5-1; Great Britain:
/// VAT Act 1994 s. 2.
pub(super) const VAT: &[(&str, Day, i64)] = &[
    ("AT", (2016, 1, 1), 200),
    ("BE", (1996, 1, 1), 210),
    ("BG", (1999, 1, 1), 200),
    ("CH", (2018, 1, 1), 77),
    ("CH", (2024, 1, 1), 81),
    ("CY", (2014, 1, 13), 190),
    ("CZ", (2013, 1, 1), 210),
    ("DE", (2021, 1, 1), 190),
    ("DK", (1992, 1, 1), 250),
    ("EE", (2009, 7, 1), 200),
    ("EE", (2024, 1, 1), 220),
    ("EE", (2025, 7, 1), 240),
    ("ES", (2012, 9, 1), 210),
    ("FI", (2013, 1, 1), 240),
    ("FI", (2024, 9, 1), 255),
    ("FR", (2014, 1, 1), 200),
    ("GB", (2011, 1, 4), 200),
    ("GR", (2016, 6, 1), 240),
    ("HR", (2013, 1, 1), 250),
    ("HU", (2012, 1, 1), 270),
    ("IE", (2021, 3, 1), 230),
    ("IM", (2011, 1, 4), 200),
    ("IT", (2013, 10, 1), 220),
    ("LI", (2018, 1, 1), 77),
    ("LI", (2024, 1, 1), 81),
    ("LT", (2009, 9, 1), 210),
    ("LU", (2015, 1, 1), 170),
    ("LU", (2023, 1, 1), 160),
    ("LU", (2024, 1, 1), 170),
    ("LV", (2012, 7, 1), 210),
    ("MC", (2014, 1, 1), 200),
    ("MT", (2004, 1, 1), 180),
    ("NL", (2012, 10, 1), 210),
    ("NO", (2005, 1, 1), 250),
    ("PL", (2011, 1, 1), 230),
    ("PT", (2011, 1, 1), 230),
    ("RO", (2017, 1, 1), 190),
    ("RO", (2025, 8, 1), 210),
    ("SE", (1990, 7, 1), 250),
    ("SI", (2013, 7, 1), 220),
    ("SK", (2011, 1, 1), 200),
    ("SK", (2025, 1, 1), 230),
    ("XI", (2011, 1, 4), 200),
];

/// What is taken of an item worth at most `up_to` of the currency (`None`: whatever it is worth).
pub(super) struct Rule {
    /// Who takes it.
    pub(super) area: Area,
    /// Since when.
    pub(super) from: Day,
    /// Minor units of the currency, included.
    pub(super) up_to: Option<(i64, Currency)>,
    /// Least and most, in euro cents.
    pub(super) cents: (i64, i64),
}

const EU_LIMIT: Option<(i64, Currency)> = Some((15_000, Currency::EUR));

/// Duties on gramophone records (HS 8523 80). Of the rules of an area those of its newest day hold, and of these the first whose limit is not
/// passed. Records are free of duty in the Union since the expansion of the WTO's Information Technology Agreement (2015, staged until
/// 2019), and so they are in the others, so above a limit nothing is taken.
///
/// - European Union: nothing up to 150 EUR until 2026-06-30 (Reg. (EC) 1186/2009 art. 23). From 2026-07-01 3 EUR for each tariff subheading in
///   a parcel of at most 150 EUR that was sold at a distance (Council Reg. (EU) 2026/382 of 2026-02-11); one offer is one subheading.
///   Planned until 2028-06-30, and it may go on: from then on it is 0 to 3. A private seller's parcel may be spared, which no offer tells.
/// - Great Britain (UK Global Tariff), Norway, Japan: free. Switzerland and Liechtenstein: industrial duties ended on 2024-01-01.
/// - Australia: nothing below 1,000 AUD (Customs Regulation s. 26). Canada: nothing below 20 CAD (Postal Imports Remission Order).
/// - United States: records are free (HTS 8523.80.10), but since 2025-08-29 parcels pay the additional duties of the day, and whether records
///   are always excepted as informational material could not be verified: not in the table, so unknown.
pub(super) const DUTIES: &[Rule] = &[
    Rule { area: Area::EuropeanUnion, from: (2010, 1, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::EuropeanUnion, from: (2026, 7, 1), up_to: EU_LIMIT, cents: (300, 300) },
    Rule { area: Area::EuropeanUnion, from: (2026, 7, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::EuropeanUnion, from: (2028, 7, 1), up_to: EU_LIMIT, cents: (0, 300) },
    Rule { area: Area::EuropeanUnion, from: (2028, 7, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["XI"]), from: (2021, 1, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["XI"]), from: (2026, 7, 1), up_to: EU_LIMIT, cents: (0, 300) },
    Rule { area: Area::Countries(&["XI"]), from: (2026, 7, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["GB", "IM"]), from: (2021, 1, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["NO", "JP"]), from: (2020, 1, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["CH", "LI"]), from: (2024, 1, 1), up_to: None, cents: (0, 0) },
    Rule { area: Area::Countries(&["AU"]), from: (2018, 7, 1), up_to: Some((100_000, Currency::AUD)), cents: (0, 0) },
    Rule { area: Area::Countries(&["CA"]), from: (2010, 1, 1), up_to: Some((2_000, Currency::CAD)), cents: (0, 0) },
];

/// Fees of states per parcel beside duty, read like [`DUTIES`]; who is not here takes none. Romania 25 RON (about 5 EUR) from 2026-01-01; France
/// 2 EUR from 2026-03-01; Italy 2 EUR, put off to 2026-07-01; the Union about 2 EUR by 2026-11-01 at the latest. Announced, but whether the
/// national ones are still asked beside the duty and whether the Union's is in force could not be verified: least is 0. The Union's takes
/// the place of the national ones, so the greatest of those that hold is the most.
pub(super) const FEES: &[Rule] = &[
    Rule { area: Area::EuropeanUnion, from: (2026, 11, 1), up_to: EU_LIMIT, cents: (0, 200) },
    Rule { area: Area::Countries(&["RO"]), from: (2026, 1, 1), up_to: EU_LIMIT, cents: (0, 500) },
    Rule { area: Area::Countries(&["FR", "MC"]), from: (2026, 3, 1), up_to: EU_LIMIT, cents: (0, 200) },
    Rule { area: Area::Countries(&["IT"]), from: (2026, 7, 1), up_to: EU_LIMIT, cents: (0, 200) },
];
