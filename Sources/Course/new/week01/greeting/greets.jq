# Gets what the script printed, one text; returns a sentence for each thing that is wrong.
if . == "Hello, Ada Lovelace\n" then []
else ["Called with `Ada Lovelace` it prints \(tojson), where `Hello, Ada Lovelace` is expected."] end
