if (services | length) > 0 then [] else ["Compose finds no service in the stack."] end
