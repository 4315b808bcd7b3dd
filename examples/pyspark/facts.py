"""Facts of many reports, with Spark: spark-submit facts.py reports.ndjson facts/

Each partition is piped through one process of `halfyear`, which holds a handful of texts at a time,
so that memory grows with neither the reports nor the partitions.
"""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.types import ArrayType, IntegerType, StringType, StructField, StructType

HALFYEAR = os.environ.get("HALFYEAR", "halfyear")
# Spark spreads the work over the cores; a process needs one.
COMMAND = f"{HALFYEAR} facts --from ndjson --format ndjson -"
ONE_CORE = {"RAYON_NUM_THREADS": "1", "PATH": os.environ["PATH"]}


def text(*names):
    return [StructField(name, StringType()) for name in names]


def number(*names):
    return [StructField(name, IntegerType()) for name in names]


# What `halfyear facts` prints, given here so that Spark need not read everything twice to find out.
# Figures are text: binary floating point would change them.
FACT = StructType(
    text("indicator", "metric", "value", "unit", "bound")
    + [
        StructField("change", StructType(text("value", "unit", "basis"))),
        StructField("gaps", ArrayType(StructType(text("to", "value", "own")))),
        StructField("ranks", ArrayType(StructType(text("within") + number("place")))),
        StructField("period", StructType(text("from", "to"))),
        StructField("source", StructType(text("file") + number("line", "start", "end") + text("quote"))),
    ]
)


def main(reports, facts):
    spark = SparkSession.builder.appName("halfyear").getOrCreate()
    lines = spark.sparkContext.textFile(reports)
    # A line that is no report is told on standard error, and the others go through.
    found = spark.read.schema(FACT).json(lines.pipe(COMMAND, env=ONE_CORE))
    found.write.mode("overwrite").parquet(facts)
    kept = spark.read.parquet(facts)
    print(f"{kept.count()} facts of {kept.select('source.file').distinct().count()} reports")
    kept.groupBy("metric").count().orderBy("count", ascending=False).show(12, truncate=False)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:3])
