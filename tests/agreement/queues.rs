//! Every job has a queue, dead letters, alarms and a sweep; its function reports what failed.
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vinilogy_app::jobs::{
    AdmitArtists, AgeQuotes, CheckAlerts, ComputeRecs, EndQuotes, FetchRates, ImportArtists, IngestAlbums,
    IngestArtist, IngestImages, IngestReleaseDetails, IngestReleases, Job, MeasureQuality, PackArchive, PriceOffers,
    PriceReleases, ReadStock, SweepAlbums, SweepAlerts, SweepArtists, SweepImages, SweepImports, SweepOffers,
    SweepPrices, SweepRecs, SweepReleaseDetails, SweepReleases, SweepStocks,
};

use crate::functions::stems;
use crate::template::{Function, functions, list, resources, text};

/// Name and struct of a job.
fn named<J: Job>() -> (&'static str, &'static str) {
    (J::NAME, std::any::type_name::<J>().rsplit("::").next().expect("a name"))
}

/// Jobs that work off a queue: name and struct.
pub fn workers() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        named::<CheckAlerts>(),
        named::<ComputeRecs>(),
        named::<ImportArtists>(),
        named::<IngestAlbums>(),
        named::<IngestArtist>(),
        named::<IngestImages>(),
        named::<IngestReleaseDetails>(),
        named::<IngestReleases>(),
        named::<PriceOffers>(),
        named::<PriceReleases>(),
        named::<ReadStock>(),
    ])
}

/// Jobs that run by the clock.
pub fn schedules() -> BTreeMap<&'static str, &'static str> {
    sweeps()
        .into_iter()
        .chain([
            named::<AdmitArtists>(),
            named::<AgeQuotes>(),
            named::<EndQuotes>(),
            named::<FetchRates>(),
            named::<MeasureQuality>(),
            named::<PackArchive>(),
        ])
        .collect()
}

/// Those that fill a queue.
fn sweeps() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        named::<SweepAlbums>(),
        named::<SweepAlerts>(),
        named::<SweepArtists>(),
        named::<SweepImports>(),
        named::<SweepImages>(),
        named::<SweepOffers>(),
        named::<SweepPrices>(),
        named::<SweepRecs>(),
        named::<SweepReleaseDetails>(),
        named::<SweepReleases>(),
        named::<SweepStocks>(),
    ])
}

/// The queue of this name after the stack's, with its logical name.
fn queue(name: &str) -> (String, Value) {
    let wanted = format!("${{AWS::StackName}}-{name}");
    let mut queues =
        resources("template.yaml").into_iter().filter(|(_, resource)| resource["Type"] == "AWS::SQS::Queue");
    let found = queues.find(|(_, queue)| queue["Properties"]["QueueName"]["Fn::Sub"] == wanted.as_str());
    found.map(|(logical, queue)| (logical, queue["Properties"].clone())).unwrap_or_else(|| panic!("no queue {wanted}"))
}

fn function(bin: &str) -> Function {
    functions().into_iter().find(|function| function.bin == bin).unwrap_or_else(|| panic!("no function {bin}"))
}

#[test]
fn every_job_has_a_function_of_its_name() {
    for (folder, runner, jobs) in [("workers", "worker", workers()), ("schedules", "schedule", schedules())] {
        let names: BTreeSet<String> = jobs.keys().map(|name| (*name).to_owned()).collect();
        assert_eq!(stems(folder), names);
        for (name, job) in jobs {
            let main = text(&format!("functions/{folder}/{name}.rs"));
            assert!(main.contains(&format!("{runner}::<vinilogy_app::jobs::{job}>()")), "{name} does not run {job}");
        }
    }
}

#[test]
fn every_queue_has_its_worker_and_dead_letters() {
    let all = resources("template.yaml").values().filter(|resource| resource["Type"] == "AWS::SQS::Queue").count();
    assert_eq!(all, 2 * workers().len(), "a queue and dead letters for each job");
    for name in workers().into_keys() {
        let (logical, properties) = queue(name);
        let (dead, dead_properties) = queue(&format!("{name}-dlq"));
        assert_eq!(properties["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"], format!("{dead}.Arn").as_str());
        assert_eq!(properties["RedrivePolicy"]["maxReceiveCount"], 5, "{name}: as in the tests' queues");
        let fortnight = 14 * 24 * 3600;
        assert_eq!(dead_properties["MessageRetentionPeriod"], fortnight, "{name}: dead letters wait for a person");

        let worker = function(name);
        let visibility = properties["VisibilityTimeout"].as_u64().expect("a visibility timeout");
        assert!(visibility >= 6 * worker.timeout(), "{name}: {visibility} s for a timeout of {} s", worker.timeout());
        let [event] = worker.events()[..] else { panic!("{name} has one event") };
        assert_eq!(event["Properties"]["Queue"]["Fn::GetAtt"], format!("{logical}.Arn").as_str());
        assert_eq!(list(&event["Properties"]["FunctionResponseTypes"]), ["ReportBatchItemFailures"], "{name}");
        for action in ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"] {
            assert_eq!(worker.allowed(action), [logical.as_str()], "{name}");
        }
    }
}

#[test]
fn every_queue_has_alarms_on_its_dead_letters_and_its_age() {
    let alarms = resources("infra/alarms.yaml");
    let alarms: BTreeSet<(String, String)> = alarms
        .values()
        .filter(|resource| {
            resource["Type"] == "AWS::CloudWatch::Alarm" && resource["Properties"]["Namespace"] == "AWS/SQS"
        })
        .map(|alarm| {
            let properties = &alarm["Properties"];
            assert!(!properties["AlarmActions"].is_null(), "an alarm that tells nobody");
            let queue = properties["Dimensions"][0]["Value"]["Fn::Sub"].as_str().expect("a queue");
            (queue.to_owned(), properties["MetricName"].as_str().expect("a metric").to_owned())
        })
        .collect();
    let expected = workers().into_keys().flat_map(|name| {
        [
            (format!("${{Stack}}-{name}-dlq"), "ApproximateNumberOfMessagesVisible".to_owned()),
            (format!("${{Stack}}-{name}"), "ApproximateAgeOfOldestMessage".to_owned()),
        ]
    });
    assert_eq!(alarms, expected.collect());
}

#[test]
fn every_queue_has_a_sweep_that_runs_by_the_clock() {
    let mut swept = BTreeSet::new();
    for name in schedules().into_keys() {
        let sweep = function(name);
        let [event] = sweep.events()[..] else { panic!("{name} has one event") };
        let expression = event["Properties"]["ScheduleExpression"].as_str().expect("an expression");
        assert!(expression.starts_with("rate(") || expression.starts_with("cron("), "{name}: {expression}");
        swept.extend(sweep.allowed("sqs:SendMessage"));
    }
    let queues: BTreeSet<String> = workers().into_keys().map(|name| queue(name).0).collect();
    assert_eq!(swept, queues);
}

/// Which queue a sweep fills stands in one place of the source: the job after its question.
#[test]
fn every_sweep_may_send_to_the_queue_that_it_fills() {
    let source = text("crates/app/src/jobs/sweeps.rs");
    for (name, sweep) in sweeps() {
        let declared =
            source.split(&format!("{sweep}, \"{name}\"")).nth(1).unwrap_or_else(|| panic!("{sweep} is not declared"));
        let declared = declared.split(");\n").next().expect("an end");
        let fills = workers().into_iter().filter(|(_, job)| declared.contains(&format!("|id| {job}")));
        let fills: Vec<String> = fills.map(|(worker, _)| queue(worker).0).collect();
        assert_eq!(function(name).allowed("sqs:SendMessage"), fills, "{name}");
    }
}

/// The queue of a job by its struct, for the permissions.
pub fn queue_of(worker: &str) -> String {
    queue(worker).0
}
