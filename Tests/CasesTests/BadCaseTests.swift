import Testing
@Suite struct BadCaseTests {}
