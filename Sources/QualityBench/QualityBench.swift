// QualityBench
