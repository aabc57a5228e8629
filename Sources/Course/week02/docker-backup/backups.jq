saved("study-drill.json") | . as $f | [.runs[]? | objects] as $r
| if ($r | length) == 0 then ["`backup.sh` was not run."]
  elif any($r[]; any(.calls[]? | objects; .kind == "lost")) then ["`backup.sh` works only in its own folder: started from another one, Compose finds no stack. Go to the script's folder first, or give the file with -f."]
  elif $r[-1].status != 0 then ["`backup.sh` ends with \($r[-1].status | tojson) although Redis is well. The last it said: \($r[-1].said | tostring)"]
  elif ($r | length) > 1 and ([$r[-1].new[]?] | length) == 0 then ["After backup number \($r | length) its file is gone: the newest was removed. The oldest go."]
  elif ([$r[-1].new[]?] | length) == 0 then ["`backup.sh` leaves no new file in `$BACKUP_DIR`." + (if ([.elsewhere[]?] | length) > 0 then " It wrote to `backups` instead." else "" end)]
  elif ($r | all(.[]; .whole == true) | not) then ["What `backup.sh` leaves is not the dump that Redis gave."]
  elif ($r | length) != 9 then ["`backup.sh` was to run nine times and ran \($r | length) times."]
  else
    (if .dumps_left == 7 then [] else ["After nine backups on nine days \(.dumps_left | tojson) are left; the newest seven are expected."] end)
    + (if .newest_left == true then [] else ["The newest backup was removed. The oldest go."] end)
  end
