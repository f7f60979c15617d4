//! Each function may do what its source does, and nothing else.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::queues::{queue_of, workers};
use crate::template::{functions, list, resources, text};

/// The source of what a function runs.
fn source(kind: &str, bin: &str) -> String {
    match kind {
        "http" => text(&format!("crates/app/src/http/{bin}.rs")),
        _ => text(&format!("crates/app/src/jobs/{bin}.rs")),
    }
}

/// Whether a source names a job, as a whole word.
fn names(source: &str, job: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    source
        .match_indices(job)
        .any(|(at, _)| !source[..at].ends_with(word) && !source[at + job.len()..].starts_with(word))
}

#[test]
fn each_function_may_send_to_the_queues_that_its_source_names() {
    for function in functions().iter().filter(|function| function.kind() != "schedules") {
        let source = source(function.kind(), &function.bin);
        // A worker names its own job: it sends its key again when an upstream says "later".
        let sends: BTreeSet<String> =
            workers().into_iter().filter(|(_, job)| names(&source, job)).map(|(name, _)| queue_of(name)).collect();
        let may: BTreeSet<String> = function.allowed("sqs:SendMessage").into_iter().collect();
        assert_eq!(may, sends, "{}", function.bin);
    }
}

#[test]
fn only_what_calls_an_upstream_reaches_the_archive_and_the_keys() {
    for function in functions() {
        let calls = function.kind() == "workers" && source("workers", &function.bin).contains("upstreams()");
        let actions: Vec<Value> = function.statements.iter().flat_map(|statement| list(&statement["Action"])).collect();
        for action in ["s3:GetObject", "s3:PutObject", "ssm:GetParametersByPath"] {
            assert_eq!(actions.contains(&action.into()), calls, "{}: {action}", function.bin);
        }
        let told = function.properties["Environment"]["Variables"]["ARCHIVE_BUCKET"].is_object();
        assert_eq!(told, calls, "{}: ARCHIVE_BUCKET", function.bin);
    }
}

#[test]
fn no_role_has_a_wildcard() {
    for function in functions() {
        assert!(!function.statements.is_empty());
        for statement in &function.statements {
            assert_eq!(statement["Effect"], "Allow");
            for action in list(&statement["Action"]) {
                let action = action.as_str().expect("an action");
                assert!(!action.contains('*'), "{}: {action}", function.bin);
            }
            let resources = list(&statement["Resource"]);
            assert!(!resources.is_empty(), "{}: {statement}", function.bin);
            assert!(resources.iter().all(|resource| resource != "*"), "{}: {statement}", function.bin);
        }
    }
}

/// Network interfaces are the one thing which IAM cannot narrow; the code of a function is denied them again.
#[test]
fn the_one_shared_policy_is_for_network_interfaces() {
    let resources = resources("template.yaml");
    let shared: Vec<_> = resources.iter().filter(|(_, r)| r["Type"] == "AWS::IAM::ManagedPolicy").collect();
    let [(name, policy)] = shared[..] else { panic!("{} shared policies", shared.len()) };
    let statements = list(&policy["Properties"]["PolicyDocument"]["Statement"]);
    let [allowed, denied] = &statements[..] else { panic!("{name}: allow, then deny") };
    assert_eq!((&allowed["Effect"], &denied["Effect"]), (&"Allow".into(), &"Deny".into()));
    assert_eq!(allowed["Action"], denied["Action"]);
    assert!(list(&allowed["Action"]).iter().all(|action| action.as_str().is_some_and(|a| a.starts_with("ec2:"))));
    for (role, resource) in resources.iter().filter(|(_, r)| r["Type"] == "AWS::IAM::Role") {
        let managed = resource["Properties"]["ManagedPolicyArns"].to_string();
        assert!(managed == "null" || managed.contains(name.as_str()), "{role}: {managed}");
        assert!(!managed.contains("arn:aws:iam::aws:policy"), "{role} has a policy of somebody else");
    }
}
