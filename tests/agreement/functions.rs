//! Every bin is a function with a role and a log of its own, and the other way round.
use std::collections::{BTreeMap, BTreeSet};

use crate::template::{file, functions, resources, text};

/// Bins of `functions/Cargo.toml`: name and path.
fn bins() -> BTreeMap<String, String> {
    let manifest = text("functions/Cargo.toml");
    let value = |table: &str, key: &str| {
        let line = table.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
        line.unwrap_or_else(|| panic!("a bin without {key}: {table}")).trim().trim_matches('"').to_owned()
    };
    manifest.split("[[bin]]").skip(1).map(|table| (value(table, "name"), value(table, "path"))).collect()
}

/// Files of a folder of `functions/`, by their stems.
pub fn stems(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(file("functions").join(folder)).expect("a folder").flatten();
    entries.map(|entry| entry.path().file_stem().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn every_file_is_a_bin_and_every_bin_a_function_of_its_kind() {
    let bins = bins();
    let mut found = BTreeMap::new();
    for folder in ["http", "workers", "schedules"] {
        found.extend(stems(folder).into_iter().map(|stem| (stem.clone(), format!("{folder}/{stem}.rs"))));
    }
    assert_eq!(bins, found, "functions/Cargo.toml and its folders");
    let deployed: BTreeMap<String, String> =
        functions().iter().map(|f| (f.bin.clone(), format!("{}/{}.rs", f.kind(), f.bin))).collect();
    assert_eq!(deployed, bins, "template.yaml and functions/Cargo.toml");
}

#[test]
fn every_function_has_its_bins_name_and_a_role_of_its_own() {
    let functions = functions();
    let roles: BTreeSet<String> = functions.iter().map(|f| f.properties["Role"].to_string()).collect();
    assert_eq!(roles.len(), functions.len());
    for function in &functions {
        let name = function.properties["FunctionName"]["Fn::Sub"].as_str().expect("a name");
        assert_eq!(name, format!("${{AWS::StackName}}-{}", function.bin));
    }
}

#[test]
fn every_function_has_a_log_of_its_own_that_ends() {
    let resources = resources("template.yaml");
    let functions = functions();
    let mut logs = BTreeSet::new();
    for function in &functions {
        let log = function.properties["LoggingConfig"]["LogGroup"]["Ref"].as_str();
        let log = log.unwrap_or_else(|| panic!("{} logs where it likes", function.bin));
        assert!(logs.insert(log.to_owned()), "{log} is shared");
        let group = &resources[log];
        assert_eq!(group["Type"], "AWS::Logs::LogGroup");
        assert!(!group["Properties"]["RetentionInDays"].is_null(), "{log} is kept forever");
        let name = format!("/aws/lambda/${{AWS::StackName}}-{}", function.bin);
        assert_eq!(group["Properties"]["LogGroupName"]["Fn::Sub"], name.as_str());
        for action in ["logs:CreateLogStream", "logs:PutLogEvents"] {
            assert_eq!(function.allowed(action), [log], "{}", function.bin);
        }
    }
}

#[test]
fn arm64_unless_asked_otherwise() {
    let template = crate::template::template("template.yaml");
    assert_eq!(template["Parameters"]["Architecture"]["Default"], "arm64");
    assert_eq!(template["Globals"]["Function"]["Architectures"][0]["Ref"], "Architecture");
    assert!(functions().iter().all(|function| function.properties["Architectures"].is_null()));
}
