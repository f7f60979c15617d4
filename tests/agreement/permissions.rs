//! Each function may do what its source does, and nothing else.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::queues::{queue_of, workers};
use crate::template::{Function, functions, list, resources, text};

/// The source of what a function runs.
fn source(kind: &str, bin: &str) -> String {
    let source = match kind {
        "http" => text(&format!("crates/app/src/http/{bin}.rs")),
        _ if bin.starts_with("sweep_") => text("crates/app/src/jobs/sweeps.rs"),
        _ => text(&format!("crates/app/src/jobs/{bin}.rs")),
    };
    // What a function shares with the command line, or has in a second file.
    let beside = [
        ("review::", "review.rs"),
        ("price_at_once(", "jobs/price_at_once.rs"),
        ("price_at_once(", "jobs/price_offers.rs"),
        ("listing::", "jobs/listing.rs"),
        ("crate::prices::", "prices/mod.rs"),
    ];
    beside.into_iter().fold(source, |source, (named, file)| {
        if source.contains(named) { source + &text(&format!("crates/app/src/{file}")) } else { source }
    })
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
    let sweep = |bin: &str| bin.starts_with("sweep_");
    for function in functions().iter().filter(|function| !sweep(&function.bin)) {
        let source = source(function.kind(), &function.bin);
        // A worker names its own job: it sends its key again when an upstream says "later".
        let sends: BTreeSet<String> =
            workers().into_iter().filter(|(_, job)| names(&source, job)).map(|(name, _)| queue_of(name)).collect();
        let may: BTreeSet<String> = function.allowed("sqs:SendMessage").into_iter().collect();
        assert_eq!(may, sends, "{}", function.bin);
    }
}

#[test]
fn only_what_calls_an_upstream_or_packs_reaches_the_archive_and_only_that_the_keys() {
    for function in functions() {
        // Of the routes one works as the workers do.
        let asks = if function.kind() == "http" { "price_at_once(" } else { "upstreams" };
        let calls = source(function.kind(), &function.bin).contains(asks);
        let packs = function.bin == "pack_archive";
        let imports = |statement: &Value| statement["Resource"].to_string().contains("/imports/*");
        let others = function.statements.iter().filter(|statement| !imports(statement));
        let actions: Vec<Value> = others.flat_map(|statement| list(&statement["Action"])).collect();
        for (action, may) in [
            ("s3:GetObject", calls || packs || function.bin == "image"),
            ("s3:PutObject", calls || packs),
            // Without it S3 calls an object that is not there "denied".
            ("s3:ListBucket", calls || packs),
            ("s3:DeleteObject", packs),
            ("ssm:GetParametersByPath", calls),
        ] {
            assert_eq!(actions.contains(&action.into()), may, "{}: {action}", function.bin);
        }
        let told = function.properties["Environment"]["Variables"]["ARCHIVE_BUCKET"].is_object();
        let uploads = source(function.kind(), &function.bin).contains("uploads()");
        assert_eq!(told, calls || packs || uploads || function.bin == "image", "{}: ARCHIVE_BUCKET", function.bin);
    }
}

/// Who signs an address lends the right to put a file there; who reads the file may do nothing else with it.
#[test]
fn files_that_are_sent_are_put_by_one_function_and_read_by_another() {
    for function in functions() {
        let about = |s: &&Value| s["Resource"].to_string().contains("/imports/*");
        let actions: Vec<Value> =
            function.statements.iter().filter(about).flat_map(|statement| list(&statement["Action"])).collect();
        let expected: &[&str] = match function.bin.as_str() {
            "imports" | "stock_lists" => &["s3:PutObject"],
            "import_artists" | "read_stock" => &["s3:GetObject"],
            _ => &[],
        };
        assert_eq!(actions, expected, "{}", function.bin);
    }
}

/// Whether a function may do this to the bucket's objects below a prefix.
fn below(function: &Function, action: &str, prefix: &str) -> bool {
    let objects = format!("${{ArchiveBucket.Arn}}/{prefix}/*");
    let mut of_action = function.statements.iter().filter(|s| list(&s["Action"]).contains(&action.into()));
    of_action.any(|statement| list(&statement["Resource"]).iter().any(|r| r["Fn::Sub"] == objects.as_str()))
}

#[test]
fn pictures_are_put_by_one_function_and_shown_by_another_that_reads_nothing_else() {
    for function in functions() {
        let (puts, gets) = (below(&function, "s3:PutObject", "images"), below(&function, "s3:GetObject", "images"));
        assert_eq!((puts, gets), (function.bin == "ingest_images", function.bin == "image"), "{}", function.bin);
        assert!(!gets || !below(&function, "s3:GetObject", "raw"), "{}", function.bin);
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
