//! What `examples/pyspark` counts on, without Spark: the command that it pipes lines through, and
//! the fields that it reads from what comes back.

use assert_cmd::Command;
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("../../../examples/pyspark/facts.py");

/// The arguments after the name of the command.
fn arguments() -> Vec<&'static str> {
    let (_, after) = SCRIPT.split_once("{HALFYEAR} ").expect("a command");
    let (command, _) = after.split_once('"').expect("a quoted command");
    command.split_whitespace().collect()
}

/// The names in the schema that the script gives to Spark.
fn fields() -> Vec<&'static str> {
    let (_, after) = SCRIPT.split_once("FACT = StructType(").expect("a schema");
    let (schema, _) = after.split_once("\n)\n").expect("its end");
    schema.split('"').skip(1).step_by(2).collect()
}

fn keys<'v>(value: &'v Value, into: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                into.push(key);
                keys(value, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, into)),
        _ => {}
    }
}

#[test]
fn lines_go_through_as_the_script_sends_them() {
    let text = "云溪区2023年上半年经济运行情况\n上半年，地区生产总值937.63亿元，同比增长8.2%，\
                高于全省（6.8%）1.4个百分点，增速居全市第2位。";
    let report = |id: &str| json!({ "id": id, "text": text }).to_string();
    let input = format!(
        "{}\n{{\"id\": 1}}\nnot JSON\n{}\n",
        report("a"),
        report("b")
    );
    let output = Command::cargo_bin("halfyear")
        .expect("the command is built")
        .args(arguments())
        .env("RAYON_NUM_THREADS", "1")
        .write_stdin(input)
        .output()
        .expect("it starts");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let facts: Vec<Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let files: Vec<&str> = facts
        .iter()
        .filter_map(|it| it["source"]["file"].as_str())
        .collect();
    let (first, second) = files.split_at(files.len() / 2);
    assert!(
        !first.is_empty() && first.iter().all(|it| *it == "a"),
        "{files:?}"
    );
    assert!(second.iter().all(|it| *it == "b"), "{files:?}");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    for line in ["-:2: not a report", "-:3: not a report"] {
        assert!(told.contains(line), "{told}");
    }
    let mut known = Vec::new();
    facts.iter().for_each(|fact| keys(fact, &mut known));
    for field in fields() {
        assert!(known.contains(&field), "no fact has {field}: {known:?}");
    }
}
