safely(
(.modules | arrays | map(objects | select((.Key | type) == "string" and (.Dir | type) == "string" and .Key != ""))) as $mods
| (.network | objects) as $n
| def home($at): [$at | match("module[.]([A-Za-z0-9_-]+)(\\[[^]]*\\])?[.]"; "g") | .captures[0].string] as $names
    | [range(1; ($names | length) + 1) as $k | $names[:$k] | join(".")];
  def own($at): home($at) as $keys | [$mods[] | select(.Key as $k | $keys | any(. == $k)) | select(.Dir | test("^([.]/)?modules/"))] | length > 0;
  def foreign($at): home($at) as $keys | [$mods[] | select(.Key as $k | $keys | any(. == $k)) | .Source] | .[0];
  if ($n | of(["aws_vpc"])) == [] then ["Terraform plans no VPC."]
  else [ [ $n | of(["aws_vpc", "aws_subnet", "aws_internet_gateway", "aws_nat_gateway", "aws_route_table", "aws_route", "aws_route_table_association"])[] | select(own(.address) | not) | .address ]
    | if . == [] then empty else foreign(.[0]) as $f
        | "\(listed) \(if length == 1 then "is" else "are" end) \(if $f == null then "still in the root module" else "in `\($f)`" end): the network belongs in a module of your own under `modules/`." end ] end
)
