internal import QualityBench

print("")
