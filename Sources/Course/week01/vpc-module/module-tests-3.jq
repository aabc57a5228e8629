safely(
([.[]? | objects | .test_summary? | objects] | .[-1]) as $s
| if $s == null then ["`terraform test` came to no end after the module was broken."]
  elif (($s.failed // 0) + ($s.errored // 0)) > 0 then [] else ["Your tests still pass with `enable_dns_hostnames = false` in the module: assert that it is on."] end
)
