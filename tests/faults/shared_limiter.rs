//! F24: one limit, fifty processes, and clocks that are two minutes apart.
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use support::TestApp;
use vinilogy_upstream::Rate;

const WORKERS: i64 = 50;
/// Clocks are spread over this many seconds.
const APART: i64 = 120;
const RATE: Rate = Rate { calls: 60, per: Duration::from_secs(6) };

/// The library that shifts a process's clock, built by the compiler that links every Rust program.
fn clock_shift() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        let library = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("clock_shift.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/faults/clock.c");
        let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).args([source, "-ldl"]).status();
        assert!(built.expect("cc, which Rust needs too").success(), "{source} does not compile");
        library
    };
    BUILT.get_or_init(build).clone()
}

/// A process that is told what a function is told, with its own idea of the time.
struct Worker {
    process: Child,
    shift: i64,
}

impl Worker {
    fn start(app: &TestApp, number: i64) -> Self {
        let shift = APART * number / (WORKERS - 1) - APART / 2;
        let config = app.config();
        let process = Command::new(env!("CARGO_BIN_EXE_pacer"))
            .arg((number * 1_000_000 + 1).to_string())
            .env("LD_PRELOAD", clock_shift())
            .env("CLOCK_SHIFT", shift.to_string())
            .env("DATABASE_URL", &config.database.url)
            .env("DATABASE_POOL", "1")
            .env("QUEUE_URL_PREFIX", &config.queue_url_prefix)
            .env("ARCHIVE_BUCKET", &config.archive_bucket)
            .env("DISCOGS_URL", &config.upstream.discogs.url)
            .env("DISCOGS_RATE", RATE.to_string())
            .env("DISCOGS_TOKEN", "token")
            .envs(app.aws_environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        Self { process, shift }
    }

    /// Waits until it is ready; its clock, in seconds since 1970.
    fn clock(&mut self) -> i64 {
        let mut line = String::new();
        BufReader::new(self.process.stdout.as_mut().expect("a pipe")).read_line(&mut line).expect("its clock");
        line.trim().parse().expect("a worker says its time when it is ready")
    }

    fn go(&mut self) {
        self.process.stdin.as_mut().expect("a pipe").write_all(b"go\n").expect("it listens");
    }

    fn stop(mut self) {
        drop(self.process.stdin.take());
        assert!(self.process.wait().expect("it ends").success(), "a worker failed");
    }
}

/// Lets all workers call for as long as it takes the simulator to see `calls`. Returns when each arrived, in microseconds.
async fn arrivals(app: &TestApp, calls: u64) -> Vec<u64> {
    let mut workers: Vec<Worker> = (0..WORKERS).map(|number| Worker::start(app, number)).collect();
    let ours = chrono::Utc::now().timestamp();
    let skews: Vec<i64> = workers.iter_mut().map(|worker| worker.clock() - ours - worker.shift).collect();
    assert!(skews.iter().all(|skew| (0..APART / 2).contains(skew)), "clocks were not shifted: {skews:?}");
    app.sim.control().reset_calls();
    workers.iter_mut().for_each(Worker::go);
    while app.sim.control().calls().discogs.total < calls {
        // The trial is a matter of time; the calls themselves end it.
        tokio::time::sleep(RATE.per / RATE.calls).await;
    }
    tokio::task::block_in_place(|| workers.into_iter().for_each(Worker::stop));
    app.sim.control().calls().discogs.arrivals_us
}

/// The share of the limit that was used between the first and the last call.
fn used(arrivals: &[u64]) -> f64 {
    let took = Duration::from_micros(arrivals[arrivals.len() - 1] - arrivals[0]);
    (arrivals.len() - 1) as f64 / (took.as_secs_f64() / RATE.per.as_secs_f64() * f64::from(RATE.calls))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f24_fifty_processes_share_one_limit_although_their_clocks_are_two_minutes_apart() {
    let app = TestApp::with(RATE, |_| {}).await;
    let mut best = 0.0_f64;
    // Never over the limit, in any run; used up in one of three, since a crowded machine may keep a slot's taker from running.
    for _ in 0..3 {
        let arrivals = arrivals(&app, 120).await;
        let calls = app.sim.control().calls_within(RATE.per).discogs;
        assert!(calls.max_in_window <= u64::from(RATE.calls), "{} calls in one window of {:?}", calls.max_in_window, RATE.per);
        assert_eq!((calls.limited, calls.faulted), (0, 0));
        best = best.max(used(&arrivals));
        if best >= 0.97 {
            return;
        }
    }
    panic!("only {:.1} % of the limit was used", best * 100.0);
}
