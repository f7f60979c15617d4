//! `template.yaml` and `infra/alarms.yaml` as plain JSON: a short form such as `!Ref Api` becomes `{"Ref": "Api"}`.
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use serde_yaml_ng::Value as Yaml;

/// A file of this project.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").join(path)
}

/// Its text.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The resources of a template, by their logical names.
pub fn resources(path: &str) -> Map<String, Value> {
    template(path)["Resources"].as_object().expect("resources").clone()
}

/// A whole template.
pub fn template(path: &str) -> Value {
    plain(serde_yaml_ng::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}")))
}

fn plain(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Tagged(tagged) => {
            let tag = tagged.tag.to_string();
            let name = tag.trim_start_matches('!');
            let name = if name == "Ref" { name.to_owned() } else { format!("Fn::{name}") };
            json!({name: plain(tagged.value)})
        }
        Yaml::Sequence(items) => items.into_iter().map(plain).collect(),
        Yaml::Mapping(members) => {
            let member = |(key, value): (Yaml, Yaml)| (key.as_str().expect("keys are text").to_owned(), plain(value));
            Value::Object(members.into_iter().map(member).collect())
        }
        other => serde_json::to_value(other).expect("a scalar"),
    }
}

/// A function with what belongs to it.
#[derive(Debug)]
pub struct Function {
    /// Its bin.
    pub bin: String,
    /// Its properties.
    pub properties: Value,
    /// The statements of its role.
    pub statements: Vec<Value>,
}

impl Function {
    /// Its events, of which each has a `Type` and `Properties`.
    pub fn events(&self) -> Vec<&Value> {
        self.properties["Events"].as_object().expect("events").values().collect()
    }

    /// `http`, `workers` or `schedules`, by what triggers it.
    pub fn kind(&self) -> &'static str {
        let kinds: Vec<&str> = self.events().iter().filter_map(|event| event["Type"].as_str()).collect();
        match kinds.as_slice() {
            ["HttpApi", rest @ ..] if rest.iter().all(|kind| *kind == "HttpApi") => "http",
            ["SQS"] => "workers",
            ["ScheduleV2"] => "schedules",
            other => panic!("{}: {other:?}", self.bin),
        }
    }

    /// Seconds.
    pub fn timeout(&self) -> u64 {
        let global = || template("template.yaml")["Globals"]["Function"]["Timeout"].as_u64().expect("a global timeout");
        self.properties["Timeout"].as_u64().unwrap_or_else(global)
    }

    /// Logical names of the resources for which the role allows an action, without `.Arn`.
    pub fn allowed(&self, action: &str) -> Vec<String> {
        let allows =
            self.statements.iter().filter(|s| s["Effect"] == "Allow" && list(&s["Action"]).contains(&json!(action)));
        let resources = allows.flat_map(|statement| list(&statement["Resource"]));
        let names = resources.map(|r| r["Fn::GetAtt"].as_str().unwrap_or_default().trim_end_matches(".Arn").to_owned());
        names.collect()
    }
}

/// One or many, as many.
pub fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

/// Every function of the template.
pub fn functions() -> Vec<Function> {
    let resources = resources("template.yaml");
    let functions = resources.iter().filter(|(_, resource)| resource["Type"] == "AWS::Serverless::Function");
    let functions = functions.map(|(name, resource)| {
        let properties = resource["Properties"].clone();
        let code = properties["CodeUri"].as_str().unwrap_or_else(|| panic!("{name} has no CodeUri"));
        let bin = code.strip_prefix("target/lambda/").and_then(|rest| rest.strip_suffix('/'));
        let bin = bin.unwrap_or_else(|| panic!("{name}: {code}")).to_owned();
        let role = properties["Role"]["Fn::GetAtt"].as_str().unwrap_or_else(|| panic!("{name} has no role of its own"));
        let role = &resources[role.trim_end_matches(".Arn")];
        let policies = list(&role["Properties"]["Policies"]);
        let statements = policies.iter().flat_map(|policy| list(&policy["PolicyDocument"]["Statement"])).collect();
        Function { bin, properties, statements }
    });
    functions.collect()
}
