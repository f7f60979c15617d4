//! F24: one limit, fifty processes, and clocks that are two minutes apart. A test program of its own, so that none of ours runs beside
//! it: the two cores are full as it is.
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use support::TestApp;
use vinilogy_upstream::{Rate, good_for};

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
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).args([source, "-ldl"]).status();
        assert!(built.expect("cc, which Rust needs too").success(), "{source} does not compile");
        library
    };
    BUILT.get_or_init(build).clone()
}

/// A process that is told what a function is told, with its own idea of the time.
struct Worker {
    process: Child,
    output: BufReader<ChildStdout>,
    shift: i64,
}

impl Worker {
    fn start(app: &TestApp, number: i64) -> Self {
        let shift = APART * number / (WORKERS - 1) - APART / 2;
        let config = app.config();
        let mut process = Command::new(env!("CARGO_BIN_EXE_pacer"))
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
        let output = BufReader::new(process.stdout.take().expect("a pipe"));
        Self { process, output, shift }
    }

    /// Waits until it is ready; its clock, in seconds since 1970.
    fn clock(&mut self) -> i64 {
        self.number("a worker says its time when it is ready")
    }

    /// The next line of its output, a number.
    fn number(&mut self, meaning: &str) -> i64 {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("its output");
        line.trim().parse().expect(meaning)
    }

    fn go(&mut self) {
        self.process.stdin.as_mut().expect("a pipe").write_all(b"go\n").expect("it listens");
    }

    /// Says that this is the end.
    fn end(&mut self) {
        drop(self.process.stdin.take());
    }

    /// Waits for its end; by how much it overslept.
    fn late(mut self) -> Duration {
        let late = self.number("a worker says by how much it overslept when it ends");
        assert!(self.process.wait().expect("it ends").success(), "a worker failed");
        Duration::from_millis(late.unsigned_abs())
    }
}

impl Drop for Worker {
    /// After a failed test nobody goes on calling.
    fn drop(&mut self) {
        if self.process.try_wait().is_ok_and(|ended| ended.is_none()) {
            drop(self.process.kill());
            drop(self.process.wait());
        }
    }
}

/// What one run came to.
#[derive(Debug)]
struct Run {
    /// The share of the limit that was used between the first and the last call.
    used: f64,
    /// By how much the machine let a worker oversleep at worst.
    late: Duration,
}

/// Lets all workers call until the simulator has seen `calls`.
async fn run(app: &TestApp, calls: u64) -> Run {
    let mut workers: Vec<Worker> = (0..WORKERS).map(|number| Worker::start(app, number)).collect();
    let ours = app.context.now().timestamp();
    let skews: Vec<i64> = workers.iter_mut().map(|worker| worker.clock() - ours - worker.shift).collect();
    // Each tells its time some seconds before or after ours was read; without a shift most would be off by far more.
    assert!(skews.iter().all(|skew| skew.abs() < APART / 4), "clocks were not shifted: {skews:?}");
    app.sim.control().reset_calls();
    workers.iter_mut().for_each(Worker::go);
    while app.sim.control().calls().discogs.total < calls {
        // The trial is a matter of time; the calls themselves end it.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    workers.iter_mut().for_each(Worker::end);
    let late = tokio::task::block_in_place(|| workers.into_iter().map(Worker::late).max()).unwrap_or_default();
    Run { used: used(&app.sim.control().calls().discogs.arrivals_us), late }
}

/// The share of the limit that was used between the first and the last call.
fn used(arrivals: &[u64]) -> f64 {
    let took = Duration::from_micros(arrivals[arrivals.len() - 1] - arrivals[0]);
    #[expect(clippy::cast_precision_loss, reason = "some hundred calls")]
    let intervals = (arrivals.len() - 1) as f64;
    intervals / (took.as_secs_f64() / RATE.per.as_secs_f64() * f64::from(RATE.calls))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f24_fifty_processes_share_one_limit_although_their_clocks_are_two_minutes_apart() {
    let app = TestApp::with(RATE, |_| {}).await;
    let mut runs = Vec::new();
    // Never over the limit, in any run; used up in one of three, since a crowded machine may keep a slot's taker from running.
    for _ in 0..3 {
        runs.push(run(&app, 100).await);
        let calls = app.sim.control().calls_within(RATE.per).discogs;
        assert!(
            calls.max_in_window <= u64::from(RATE.calls),
            "{} calls in one window of {:?}",
            calls.max_in_window,
            RATE.per
        );
        assert_eq!((calls.limited, calls.faulted), (0, 0));
        if runs.iter().any(|run| run.used >= 0.97) {
            return;
        }
    }
    // A slot is good for 2 % of the window: a machine that lets them oversleep about as long wastes slots whatever the limiter does.
    let crowded = runs.iter().all(|run| run.late > good_for(RATE) / 2);
    assert!(crowded && runs.iter().any(|run| run.used >= 0.9), "less than 97 % of the limit was used: {runs:?}");
    eprintln!(
        "SKIPPED in part: whether 97 % of the limit is used cannot be judged on a machine as crowded as this: {runs:?}"
    );
}
