//! What is for sale on eBay. The offers of an album follow from its number and the round that the market is in: each is there for some
//! rounds, then sold, and another takes its place.

use chrono::{DateTime, TimeDelta, Utc};

use super::sellers::{SELLERS, Seller, seller};
use super::titles::{self, Wording};
use super::{Kind, Pressing, World};
use crate::dice::Dice;

/// Numbers start here.
const FIRST: u64 = 100_000_000_000;
/// Places for offers of one album.
const SLOTS: u64 = 16;
/// Generations of one place before numbers come again.
const GENERATIONS: u64 = 1_000;

/// Where the market is: its offers follow from the round, their times from when it opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Market {
    pub(crate) opened: DateTime<Utc>,
    pub(crate) round: u64,
}

impl Market {
    /// How long a round takes.
    pub(crate) const ROUND: TimeDelta = TimeDelta::hours(6);

    fn time_of(self, round: u64) -> DateTime<Utc> {
        self.opened + Self::ROUND * i32::try_from(round).unwrap_or(i32::MAX)
    }
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    /// The record.
    Vinyl,
    Cd,
    Cassette,
    /// The cover without a record.
    Sleeve,
    Poster,
}

/// How it is sold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sale {
    Fixed {
        best_offer: bool,
    },
    Auction,
    /// An auction that may be ended by buying.
    Both,
}

/// How the seller tells what sending costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Fixed,
    /// Where the buyer is known.
    Calculated,
    /// Not at all, although it is sent.
    Nothing,
    /// That it is calculated, and no more.
    Withheld,
}

/// One offer.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    /// The legacy item id.
    pub(crate) number: u64,
    pub(crate) album: usize,
    pub(crate) pressing: Pressing,
    pub(crate) thing: Thing,
    pub(crate) seller: Seller,
    pub(crate) title: String,
    pub(crate) sale: Sale,
    /// In the seller's currency.
    pub(crate) price: f64,
    pub(crate) bid: f64,
    pub(crate) bids: u64,
    pub(crate) told: Told,
    /// Places in [`titles::GRADES`]: of the record and of the sleeve.
    pub(crate) grades: (usize, usize),
    pub(crate) sealed: bool,
    pub(crate) listed: DateTime<Utc>,
    pub(crate) ends: DateTime<Utc>,
    /// See [`Offer::fills`].
    seed: u64,
}

impl Offer {
    /// Chance that stays with the offer: whether its seller filled an aspect in, and the like.
    pub(crate) fn fills(&self, aspect: &str, share: f64) -> bool {
        Dice::of(aspect, &self.seed.to_string()).chance(share)
    }
}

impl World {
    /// All offers of an album.
    pub(crate) fn offers(&self, album: usize, market: Market) -> Vec<Offer> {
        let vinyl = self.vinyl(album);
        (0..self.offer_slots(album)).filter_map(|slot| self.offer(album, &vinyl, slot, market)).collect()
    }

    /// The offer of a number, while it is there.
    pub(crate) fn offer_numbered(&self, number: u64, market: Market) -> Option<Offer> {
        let place = number.checked_sub(FIRST)? / GENERATIONS;
        let album = usize::try_from(place / SLOTS).ok().filter(|album| *album < self.albums.len())?;
        let slot = place % SLOTS;
        let offer =
            (slot < self.offer_slots(album)).then(|| self.offer(album, &self.vinyl(album), slot, market)).flatten();
        offer.filter(|offer| offer.number == number)
    }

    /// More for what many own; a few also of what is no studio album.
    fn offer_slots(&self, album: usize) -> u64 {
        let facts = &self.albums[album];
        if self.vinyl_count(album) == 0 {
            return 0;
        }
        match facts.kind {
            Kind::Studio => (4 + u64::from(facts.have) / 2_000).min(SLOTS),
            Kind::Bootleg => 0,
            _ => 1,
        }
    }

    fn offer(&self, album: usize, vinyl: &[Pressing], slot: u64, market: Market) -> Option<Offer> {
        let mut place = Dice::new("place", album as u64, slot);
        let (life, phase) = (place.between(5, 16), place.below(16));
        let (generation, age) = ((market.round + phase) / life, (market.round + phase) % life);
        let seed = (album as u64 * SLOTS + slot) * GENERATIONS + generation % GENERATIONS;
        let mut dice = Dice::new("offer", seed, 0);
        // Nobody put another in its place yet.
        if dice.chance(0.15) {
            return None;
        }
        let thing = thing(slot, &mut dice);
        let pressing = offered_pressing(vinyl, &mut dice);
        let seller = seller(usize::try_from(dice.below(SELLERS as u64)).unwrap_or(0));
        let sealed = thing == Thing::Vinyl && pressing.year() > 2008 && dice.chance(0.4);
        let grades = if sealed { (0, 0) } else { (grade(&mut dice), grade(&mut dice)) };
        let price = self.asked(album, &pressing, thing, grades.0, &seller, &mut dice);
        let sale = sale(&mut dice);
        let wording = Wording { thing, sealed, grades, country: seller.country };
        let title = titles::title(self, album, &pressing, wording, &mut dice);
        let ends = market.time_of(market.round + life - age);
        let bids = if matches!(sale, Sale::Fixed { .. }) { 0 } else { dice.below(1 + age) };
        Some(Offer {
            number: FIRST + seed,
            album,
            pressing,
            thing,
            seller,
            title,
            sale,
            bid: cents(price * (0.3 + 0.05 * bids as f64)),
            price,
            bids,
            told: told(&mut dice),
            grades,
            sealed,
            listed: ends - Market::ROUND * i32::try_from(life).unwrap_or(0),
            ends,
            seed,
        })
    }

    /// The pressings that may be offered as records.
    fn vinyl(&self, album: usize) -> Vec<Pressing> {
        self.pressings(album).into_iter().filter(Pressing::is_vinyl).collect()
    }

    /// In the seller's currency, around Discogs' lowest price.
    fn asked(
        &self,
        album: usize,
        pressing: &Pressing,
        thing: Thing,
        grade: usize,
        seller: &Seller,
        dice: &mut Dice,
    ) -> f64 {
        let lowest = self.market(album, pressing).lowest.unwrap_or(18.0 + 20.0 * dice.unit());
        let worn = [1.5, 1.25, 1.1, 1.0, 0.75, 0.5, 0.4, 0.3].get(grade).copied().unwrap_or(0.3);
        let carrier = match thing {
            Thing::Vinyl => 1.0,
            Thing::Cd | Thing::Poster => 0.4,
            Thing::Cassette => 0.5,
            Thing::Sleeve => 0.2,
        };
        let dollars = (lowest * (0.95 + 0.8 * dice.unit()) * worn * carrier).max(2.0);
        let rate = super::rate(seller.currency()).unwrap_or(1.0);
        match seller.currency() {
            "JPY" => (dollars * rate / 10.0).round() * 10.0,
            _ => cents((dollars * rate).floor() + 0.99),
        }
    }
}

/// The first ones more often than the rest.
fn offered_pressing(vinyl: &[Pressing], dice: &mut Dice) -> Pressing {
    let most = vinyl.len() as u64;
    let at = if dice.chance(0.5) { dice.below(most.min(3)) } else { dice.below(most) };
    usize::try_from(at).ok().and_then(|at| vinyl.get(at).cloned()).unwrap_or_default()
}

fn thing(slot: u64, dice: &mut Dice) -> Thing {
    match (slot % 8, dice.below(4)) {
        (2, 0 | 1) => Thing::Cd,
        (2, 2) => Thing::Cassette,
        (6, 0) => Thing::Sleeve,
        (6, 1) => Thing::Poster,
        _ => Thing::Vinyl,
    }
}

fn grade(dice: &mut Dice) -> usize {
    const SHARES: [usize; 20] = [1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 6, 7];
    *dice.pick(&SHARES)
}

fn sale(dice: &mut Dice) -> Sale {
    match dice.below(20) {
        0..=3 => Sale::Auction,
        4 | 5 => Sale::Both,
        6..=10 => Sale::Fixed { best_offer: true },
        _ => Sale::Fixed { best_offer: false },
    }
}

fn told(dice: &mut Dice) -> Told {
    match dice.below(20) {
        0 | 1 => Told::Nothing,
        2 => Told::Withheld,
        3..=7 => Told::Calculated,
        _ => Told::Fixed,
    }
}

/// To whole cents.
pub(crate) fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
