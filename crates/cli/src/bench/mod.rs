//! `vinilogy bench`: the product's goals in figures, one row of a Markdown table per goal. Never part of a test: a figure depends on
//! the machine and on what else runs there, so the load stands beside it.
mod archive;
mod basket;
mod budget;
mod calls;
mod client;
mod database;
mod dump;
mod imports;
mod listeners;
mod names;
mod pages;
mod pressings;
mod prices;
pub mod process;
mod recs;
mod rows;
mod sizes;
mod starts;
mod titles;
mod typeahead;
mod wire;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::local::Variables;
use rows::Row;

/// Options of `vinilogy bench`.
#[derive(Args)]
pub struct Bench {
    /// What to measure.
    #[arg(value_enum, default_value = "all")]
    goals: Vec<Goal>,
    /// Drop the large database afterwards; it is kept otherwise, so that the next run is quick.
    #[arg(long)]
    drop: bool,
    /// Also send the recommendations' requests to this server, which reads the same database: `http://127.0.0.1:8000`.
    #[arg(long)]
    against: Option<String>,
}

/// A goal, or all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Goal {
    /// Start of functions.
    P1,
    /// Sizes of functions.
    P2,
    /// Reading recommendations.
    P3,
    /// A page of pressings with prices.
    P4,
    /// Typeahead.
    P5,
    /// Writing prices.
    P6,
    /// Writing pressings.
    P7,
    /// Upstream calls per album.
    P8,
    /// Use of a rate budget.
    P9,
    /// Loading a dump.
    P13,
    /// Reading a list of 200,000 artists, and how long others wait meanwhile.
    Imports,
    /// Packing the archive, and replaying it.
    Archive,
    /// Choosing offers within a budget, against the plain way.
    Basket,
    /// Every goal above.
    All,
}

impl Bench {
    /// Measures and prints.
    pub async fn run(self) -> Result<()> {
        let variables = Variables::read();
        let mut rows = Vec::new();
        for goal in self.goals() {
            let measured = self.measure(goal, &variables).await?;
            measured.iter().for_each(|row| eprintln!("{row}"));
            rows.extend(measured);
        }
        if self.drop {
            database::drop_volume(&variables).await?;
        }
        println!("{}", rows::HEAD);
        rows.iter().for_each(|row| println!("{row}"));
        Ok(())
    }

    fn goals(&self) -> Vec<Goal> {
        let mut goals = self.goals.clone();
        if goals.contains(&Goal::All) {
            goals = Goal::value_variants().iter().copied().filter(|goal| *goal != Goal::All).collect();
        }
        goals.sort_unstable();
        goals.dedup();
        goals
    }

    async fn measure(&self, goal: Goal, variables: &Variables) -> Result<Vec<Row>> {
        match goal {
            Goal::P1 => starts::measure(variables).await,
            Goal::P2 => sizes::measure(),
            Goal::P3 => recs::measure(variables, self.against.as_deref()).await,
            Goal::P4 => pages::measure(variables).await,
            Goal::P5 => typeahead::measure(variables).await,
            Goal::P6 => prices::measure(variables).await,
            Goal::P7 => pressings::measure(variables).await,
            // Boxed: it holds a whole function's context.
            Goal::P8 => Box::pin(calls::measure(variables)).await,
            Goal::P9 => budget::measure(variables).await,
            Goal::P13 => Box::pin(dump::measure(variables)).await,
            Goal::Imports => Box::pin(imports::measure(variables)).await,
            Goal::Archive => Box::pin(archive::measure(variables)).await,
            Goal::Basket => basket::measure(),
            Goal::All => Ok(Vec::new()),
        }
    }
}
