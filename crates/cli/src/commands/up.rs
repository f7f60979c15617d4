//! `vinilogy up`: from nothing to a listener's recommendations on this machine.
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use serde_json::Value;

use super::{ingest, listener, migrate, recs, status};
use crate::local::{Variables, root, stack};

/// Options of `vinilogy up`.
#[derive(Args)]
pub struct Up {
    /// A folder of data sets with real artists; the built-in world without it.
    #[arg(long)]
    world: Option<PathBuf>,
    /// Ingest at most so many artists, popular first.
    #[arg(long)]
    artists: Option<usize>,
    /// Keep the true rates of the upstreams instead of many times as much.
    #[arg(long)]
    paced: bool,
}

/// Many times the true rates, on both sides: a newcomer waits seconds.
const FAST: &str = "60000/60";

impl Up {
    /// Starts everything, ingests, recommends.
    pub async fn run(self) -> Result<()> {
        let started = Instant::now();
        script("start", &[])?;
        let variables = Variables::read();
        migrate::apply(variables.context()?.store()).await?;
        let real = variables.get("LASTFM_KEY").is_some();
        let rates = self.rates(real);
        if !real {
            self.simulator(&variables, &rates).await?;
        }
        let upstreams = if real { "real" } else { "simulator" };
        let settings: Vec<(&str, &str)> = rates.iter().map(|(name, rate)| (*name, rate.as_str())).collect();
        script("deploy", &[settings.as_slice(), &[("UPSTREAMS", upstreams)]].concat())?;
        let variables = Variables::read();
        let context = variables.context()?;
        let (names, seeds) = if real { artists_of_everybody() } else { self.artists_of_the_world(&variables).await? };
        println!("Ingesting {} artists through the queues.", names.len());
        ingest::through_queues(&context, &names).await?;
        status::print(context.store()).await?;
        let token = listener::make(&context, &listener::NewListener::named("you", seeds.clone())).await?;
        println!("\nRecommended to a listener who picked {}:", seeds.join(", "));
        let api = variables.expect("API_URL")?;
        recs::show(&api, &token).await?;
        println!("\n{}", try_next(&api, &token, &variables.get("SIM_URL").unwrap_or_default()));
        println!("Ready after {} s.", started.elapsed().as_secs());
        Ok(())
    }

    /// What the functions are told; empty is the contracts' rate.
    fn rates(&self, real: bool) -> Vec<(&'static str, String)> {
        let rate = if self.paced || real { String::new() } else { FAST.to_owned() };
        let vendors = [
            "LASTFM_RATE",
            "MUSICBRAINZ_RATE",
            "DISCOGS_RATE",
            "COVERARTARCHIVE_RATE",
            "EBAY_RATE",
            "ECB_RATE",
            "SHOPS_RATE",
        ];
        vendors.map(|name| (name, rate.clone())).to_vec()
    }

    /// Starts the simulator as a process of its own, unless one with this world runs already.
    async fn simulator(&self, variables: &Variables, rates: &[(&str, String)]) -> Result<()> {
        let url = variables.expect("SIM_URL")?;
        let wanted = format!("{:?} {rates:?}", self.world);
        let marker = simulator_file("world");
        if std::fs::read_to_string(&marker).is_ok_and(|runs| runs == wanted)
            && get(&format!("{url}/_control/world")).await.is_ok()
        {
            return Ok(());
        }
        stop_simulator();
        let log = File::create(simulator_file("log"))?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["sim", "--address", url.trim_start_matches("http://")]);
        if let Some(world) = &self.world {
            command.arg("--world").arg(world);
        }
        for (name, rate) in rates.iter().filter(|(_, rate)| !rate.is_empty()) {
            command.arg(format!("--{}", name.to_lowercase().replace('_', "-"))).arg(rate);
        }
        let child = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()?;
        std::fs::write(simulator_file("pid"), child.id().to_string())?;
        std::fs::write(marker, wanted)?;
        let patience = Instant::now() + Duration::from_secs(60);
        while get(&format!("{url}/_control/world")).await.is_err() {
            ensure!(Instant::now() < patience, "the simulator did not start: see {}", simulator_file("log").display());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Whom the simulator's world has, and what one of its listeners would pick.
    async fn artists_of_the_world(&self, variables: &Variables) -> Result<(Vec<String>, Vec<String>)> {
        let world = get(&format!("{}/_control/world", variables.expect("SIM_URL")?)).await?;
        let strings = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let mut names = strings(&world["artists"]);
        names.truncate(self.artists.unwrap_or(usize::MAX));
        let mut seeds = strings(&world["seeds"]);
        seeds.retain(|seed| names.contains(seed));
        ensure!(!names.is_empty() && !seeds.is_empty(), "the simulator's world has no artists");
        Ok((names, seeds))
    }
}

/// With real upstreams, a handful of artists is enough for a first look: Discogs takes a call a second.
fn artists_of_everybody() -> (Vec<String>, Vec<String>) {
    let names = ["Radiohead", "Portishead", "Los Planetas"].map(str::to_owned).to_vec();
    (names.clone(), names)
}

fn try_next(api: &str, token: &str, sim: &str) -> String {
    format!(
        "Try next:\n  \
         curl -s {api}/health\n  \
         curl -s '{api}/artists?q=radioh'\n  \
         curl -s -X POST {api}/artists -H 'content-type: application/json' -d '{{\"name\": \"Björk\"}}'\n  \
         curl -s {api}/albums/1/releases?limit=5\n  \
         curl -s {api}/recs -H 'authorization: Bearer {token}'\n  \
         curl -s {api}/openapi.json\n  \
         curl -s {sim}/_control/calls\n"
    )
}

/// Stops the simulator and the servers.
pub fn down() -> Result<()> {
    stop_simulator();
    script("stop", &[])
}

fn simulator_file(what: &str) -> PathBuf {
    root().join(".local").join(format!("{}.sim-{what}", stack()))
}

/// Only a process that is our simulator is stopped: its number may have been given to another meanwhile.
fn stop_simulator() {
    let file = simulator_file("pid");
    let Ok(pid) = std::fs::read_to_string(&file) else { return };
    let ours = std::fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| line.windows(4).any(|w| w == b"\0sim"));
    if ours && Command::new("kill").arg(&pid).status().is_err() {
        eprintln!("the simulator with process number {pid} could not be stopped");
    }
    drop(std::fs::remove_file(file));
}

fn script(name: &str, variables: &[(&str, &str)]) -> Result<()> {
    let path = root().join("infra/local").join(name);
    let ended = Command::new(&path).envs(variables.iter().copied()).stdout(Stdio::null()).status();
    let ended = ended.with_context(|| format!("{} cannot be run", path.display()))?;
    ensure!(ended.success(), "infra/local/{name} failed");
    Ok(())
}

async fn get(url: &str) -> Result<Value> {
    let client = reqwest::Client::builder().timeout(Duration::from_secs(5)).build()?;
    Ok(client.get(url).send().await?.error_for_status()?.json().await?)
}
