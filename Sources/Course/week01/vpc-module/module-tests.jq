safely(
([.[]? | objects | .test_summary? | objects] | .[-1]) as $s
| if $s == null then ["`terraform test` came to no end after the module was broken."]
  elif (($s.failed // 0) + ($s.errored // 0)) > 0 then [] else ["Your tests still pass with every subnet of the module in `ap-northeast-2a`: assert how many zones the subnets cover."] end
)
