[inputs | (fromjson? // ((split(",\"provider_schemas\":")[0] + "}}") | fromjson?)) | objects] as $l
| ([$l[] | .test_state? | objects] | .[-1]) as $state
| { study: "network", planned: ($state != null),
    diagnostics: [$l[] | .diagnostic? | objects | select(.severity == "error") | {summary, detail, address, file: .range.filename?, line: .range.start.line?}],
    outputs: ($state.outputs? // {} | map_values(.value?)),
    resources: [$state.root_module? // {} | .. | objects | select(has("address") and has("mode") and has("values") and has("type")) | {address, mode, type, values}] }
