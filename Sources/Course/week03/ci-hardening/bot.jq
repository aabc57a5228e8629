try (
(if type == "string" then (fromjson? // {}) else {} end) | (if type == "object" then . else {} end)
| [ to_entries[] | select(.key | test("dependabot\\.ya?ml$")) | .value ] | first // null
| if . == null then ["There is no `.github/dependabot.yml`, so the pinned actions would never be renewed."]
  else [ .updates? | arrays | .[] | objects ] as $u
  | [$u[] | select(.["package-ecosystem"] == "github-actions")] as $g
  | if .version? != 2 then ["`.github/dependabot.yml` needs `version: 2`."]
    elif ($g | length) == 0 then ["`.github/dependabot.yml` has no entry with the ecosystem `github-actions`."]
    else [ $g[] | (if ([(.directory // empty), (.directories | arrays | .[])] | any(. == "/" or . == "**/*" or . == "*")) then empty else "The `github-actions` entry must look in `/`; Dependabot finds `.github/workflows` from there." end),
                  (if ([.schedule | objects | .interval | strings] | length) > 0 then empty else "The `github-actions` entry has no `schedule.interval`." end),
                  (if ([.cooldown | objects | .["default-days"] | numbers] | first // 0) >= 1 then empty else "The `github-actions` entry has no `cooldown` with `default-days`; a release stolen an hour ago would be proposed at once." end) ] end
  end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
