safely(
net as $n
| [ ($n | kind("public") | spread("public")), ($n | kind("private") | spread("private")),
    ($n | subnets[] | select(zone == null) | "`\(.address)` names no availability zone, so AWS picks one: set `availability_zone`."),
    ($n | kind("private")[] | select(.values.map_public_ip_on_launch == true) | "The private subnet `\(.address)` gives its machines public addresses: remove `map_public_ip_on_launch`.") ]
)
