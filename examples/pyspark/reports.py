"""Synthetic reports, one JSON object a line: python reports.py 100000 > reports.ndjson

The same number gives the same reports.
"""

import json
import random
import sys

PLACES = ["云溪区", "东河县", "南岭市", "北塘区", "江口县", "石桥区", "竹园县", "沙洲市"]
INDICATORS = [
    ("地区生产总值", "亿元"),
    ("规模以上工业增加值", "亿元"),
    ("社会消费品零售总额", "亿元"),
    ("一般公共预算收入", "亿元"),
    ("固定资产投资", "亿元"),
    ("进出口总额", "亿元"),
    ("农村居民人均可支配收入", "元"),
    ("接待游客", "万人次"),
    ("全社会用电量", "亿千瓦时"),
    ("粮食总产量", "万吨"),
]
BETWEEN = [
    "今年以来，全区上下深入学习贯彻会议精神，坚持稳中求进工作总基调，经济运行总体平稳。",
    "重点项目有序推进，营商环境不断优化，民生保障更加有力。",
    "下一步，将继续抓好各项工作的落实，推动高质量发展。",
]


def statement(chance, indicator, unit):
    level = f"{indicator}{chance.uniform(1, 2000):.2f}{unit}"
    fall = chance.random() < 0.2
    growth = f"同比{'下降' if fall else '增长'}{chance.uniform(0.1, 30):.1f}%"
    more = chance.choice(
        [
            "",
            f"，高于全省平均{chance.uniform(0.1, 5):.1f}个百分点",
            f"，增速居全省第{chance.randint(1, 11)}位",
        ]
    )
    return f"{level}，{growth}{more}"


def report(number):
    chance = random.Random(number)
    place, year = chance.choice(PLACES), chance.randint(2010, 2025)
    paragraphs = [f"{place}{year}年上半年经济运行情况", chance.choice(BETWEEN)]
    for indicator, unit in chance.sample(INDICATORS, chance.randint(4, 8)):
        paragraphs.append(f"上半年，{statement(chance, indicator, unit)}。")
    paragraphs.append(chance.choice(BETWEEN))
    return {"id": f"report-{number}", "text": "\n".join(paragraphs)}


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        print(json.dumps(report(number), ensure_ascii=False))
