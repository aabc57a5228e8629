// Written by Tests/Tools/embed: the files of Sources/Course, by name, in the order of their bytes.
#include "RoadmapData.h"

static const unsigned char file0[] = {
#embed "../Course/canaries/actionlint/canary.yml" suffix(, ) if_empty()
0};
static const unsigned char file1[] = {
#embed "../Course/canaries/alertmanager/alertmanager.yml" suffix(, ) if_empty()
0};
static const unsigned char file2[] = {
#embed "../Course/canaries/amtool/alertmanager.yml" suffix(, ) if_empty()
0};
static const unsigned char file3[] = {
#embed "../Course/canaries/bash/canary.sh" suffix(, ) if_empty()
0};
static const unsigned char file4[] = {
#embed "../Course/canaries/checkov/pod.yaml" suffix(, ) if_empty()
0};
static const unsigned char file5[] = {
#embed "../Course/canaries/compose/compose.yaml" suffix(, ) if_empty()
0};
static const unsigned char file6[] = {
#embed "../Course/canaries/docker/Dockerfile" suffix(, ) if_empty()
0};
static const unsigned char file7[] = {
#embed "../Course/canaries/gitleaks/canary.toml" suffix(, ) if_empty()
0};
static const unsigned char file8[] = {
#embed "../Course/canaries/hadolint/Dockerfile" suffix(, ) if_empty()
0};
static const unsigned char file9[] = {
#embed "../Course/canaries/helm/Chart.yaml" suffix(, ) if_empty()
0};
static const unsigned char file10[] = {
#embed "../Course/canaries/istioctl/vs.yaml" suffix(, ) if_empty()
0};
static const unsigned char file11[] = {
#embed "../Course/canaries/kind/kind.yaml" suffix(, ) if_empty()
0};
static const unsigned char file12[] = {
#embed "../Course/canaries/kubectl/a.yaml" suffix(, ) if_empty()
0};
static const unsigned char file13[] = {
#embed "../Course/canaries/kubectl/b.yaml" suffix(, ) if_empty()
0};
static const unsigned char file14[] = {
#embed "../Course/canaries/kubernetes-validate/canary.yaml" suffix(, ) if_empty()
0};
static const unsigned char file15[] = {
#embed "../Course/canaries/logrotate/bad.conf" suffix(, ) if_empty()
0};
static const unsigned char file16[] = {
#embed "../Course/canaries/nginx/nginx.conf" suffix(, ) if_empty()
0};
static const unsigned char file17[] = {
#embed "../Course/canaries/openssl/self.crt" suffix(, ) if_empty()
0};
static const unsigned char file18[] = {
#embed "../Course/canaries/promtool/rules.yml" suffix(, ) if_empty()
0};
static const unsigned char file19[] = {
#embed "../Course/canaries/promtool/test.yml" suffix(, ) if_empty()
0};
static const unsigned char file20[] = {
#embed "../Course/canaries/python3/test_canary.py" suffix(, ) if_empty()
0};
static const unsigned char file21[] = {
#embed "../Course/canaries/rsyslogd/bad.conf" suffix(, ) if_empty()
0};
static const unsigned char file22[] = {
#embed "../Course/canaries/shellcheck/canary.sh" suffix(, ) if_empty()
0};
static const unsigned char file23[] = {
#embed "../Course/canaries/terraform/main.tf" suffix(, ) if_empty()
0};
static const unsigned char file24[] = {
#embed "../Course/canaries/zizmor/.github/workflows/canary.yml" suffix(, ) if_empty()
0};
static const unsigned char file25[] = {
#embed "../Course/new/roadmap.json" suffix(, ) if_empty()
0};
static const unsigned char file26[] = {
#embed "../Course/new/tools.json" suffix(, ) if_empty()
0};
static const unsigned char file27[] = {
#embed "../Course/new/week01/answer/greet.sh" suffix(, ) if_empty()
0};
static const unsigned char file28[] = {
#embed "../Course/new/week01/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file29[] = {
#embed "../Course/new/week01/greeting/greets.jq" suffix(, ) if_empty()
0};
static const unsigned char file30[] = {
#embed "../Course/new/week01/greeting/starter/greet.sh" suffix(, ) if_empty()
0};
static const unsigned char file31[] = {
#embed "../Course/new/week01/wrong/greeting/always-the-same-name.patch" suffix(, ) if_empty()
0};
static const unsigned char file32[] = {
#embed "../Course/tools.json" suffix(, ) if_empty()
0};
static const unsigned char file33[] = {
#embed "../Course/week01/answer/.gitignore" suffix(, ) if_empty()
0};
static const unsigned char file34[] = {
#embed "../Course/week01/answer/backend.tf" suffix(, ) if_empty()
0};
static const unsigned char file35[] = {
#embed "../Course/week01/answer/main.tf" suffix(, ) if_empty()
0};
static const unsigned char file36[] = {
#embed "../Course/week01/answer/modules/network/main.tf" suffix(, ) if_empty()
0};
static const unsigned char file37[] = {
#embed "../Course/week01/answer/modules/network/outputs.tf" suffix(, ) if_empty()
0};
static const unsigned char file38[] = {
#embed "../Course/week01/answer/modules/network/variables.tf" suffix(, ) if_empty()
0};
static const unsigned char file39[] = {
#embed "../Course/week01/answer/modules/network/versions.tf" suffix(, ) if_empty()
0};
static const unsigned char file40[] = {
#embed "../Course/week01/answer/outputs.tf" suffix(, ) if_empty()
0};
static const unsigned char file41[] = {
#embed "../Course/week01/answer/tests/network.tftest.hcl" suffix(, ) if_empty()
0};
static const unsigned char file42[] = {
#embed "../Course/week01/answer/variables.tf" suffix(, ) if_empty()
0};
static const unsigned char file43[] = {
#embed "../Course/week01/answer/versions.tf" suffix(, ) if_empty()
0};
static const unsigned char file44[] = {
#embed "../Course/week01/applied-gather.jq" suffix(, ) if_empty()
0};
static const unsigned char file45[] = {
#embed "../Course/week01/applied-mocks.jq" suffix(, ) if_empty()
0};
static const unsigned char file46[] = {
#embed "../Course/week01/applied.jq" suffix(, ) if_empty()
0};
static const unsigned char file47[] = {
#embed "../Course/week01/applied.tftest.hcl" suffix(, ) if_empty()
0};
static const unsigned char file48[] = {
#embed "../Course/week01/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file49[] = {
#embed "../Course/week01/lesson.jq" suffix(, ) if_empty()
0};
static const unsigned char file50[] = {
#embed "../Course/week01/moved-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file51[] = {
#embed "../Course/week01/moved.jq" suffix(, ) if_empty()
0};
static const unsigned char file52[] = {
#embed "../Course/week01/moved.tftest.hcl" suffix(, ) if_empty()
0};
static const unsigned char file53[] = {
#embed "../Course/week01/providers.py" suffix(, ) if_empty()
0};
static const unsigned char file54[] = {
#embed "../Course/week01/rewrite.py" suffix(, ) if_empty()
0};
static const unsigned char file55[] = {
#embed "../Course/week01/vpc-firewall/service-port.jq" suffix(, ) if_empty()
0};
static const unsigned char file56[] = {
#embed "../Course/week01/vpc-firewall/world.jq" suffix(, ) if_empty()
0};
static const unsigned char file57[] = {
#embed "../Course/week01/vpc-inputs/moves.jq" suffix(, ) if_empty()
0};
static const unsigned char file58[] = {
#embed "../Course/week01/vpc-inputs/outputs-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file59[] = {
#embed "../Course/week01/vpc-inputs/outputs.jq" suffix(, ) if_empty()
0};
static const unsigned char file60[] = {
#embed "../Course/week01/vpc-inputs/tags.jq" suffix(, ) if_empty()
0};
static const unsigned char file61[] = {
#embed "../Course/week01/vpc-inputs/variables.jq" suffix(, ) if_empty()
0};
static const unsigned char file62[] = {
#embed "../Course/week01/vpc-module/module-tests-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file63[] = {
#embed "../Course/week01/vpc-module/module-tests-2.jq" suffix(, ) if_empty()
0};
static const unsigned char file64[] = {
#embed "../Course/week01/vpc-module/module-tests-3.jq" suffix(, ) if_empty()
0};
static const unsigned char file65[] = {
#embed "../Course/week01/vpc-module/module-tests-mocks.jq" suffix(, ) if_empty()
0};
static const unsigned char file66[] = {
#embed "../Course/week01/vpc-module/module-tests.jq" suffix(, ) if_empty()
0};
static const unsigned char file67[] = {
#embed "../Course/week01/vpc-module/own-module-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file68[] = {
#embed "../Course/week01/vpc-module/own-module-2.jq" suffix(, ) if_empty()
0};
static const unsigned char file69[] = {
#embed "../Course/week01/vpc-module/own-module-gather.jq" suffix(, ) if_empty()
0};
static const unsigned char file70[] = {
#embed "../Course/week01/vpc-module/own-module.jq" suffix(, ) if_empty()
0};
static const unsigned char file71[] = {
#embed "../Course/week01/vpc-module/starter/tests/network.tftest.hcl" suffix(, ) if_empty()
0};
static const unsigned char file72[] = {
#embed "../Course/week01/vpc-routes/private-routes-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file73[] = {
#embed "../Course/week01/vpc-routes/private-routes.jq" suffix(, ) if_empty()
0};
static const unsigned char file74[] = {
#embed "../Course/week01/vpc-routes/public-routes.jq" suffix(, ) if_empty()
0};
static const unsigned char file75[] = {
#embed "../Course/week01/vpc-start/dns.jq" suffix(, ) if_empty()
0};
static const unsigned char file76[] = {
#embed "../Course/week01/vpc-start/formatted.jq" suffix(, ) if_empty()
0};
static const unsigned char file77[] = {
#embed "../Course/week01/vpc-start/pinned.jq" suffix(, ) if_empty()
0};
static const unsigned char file78[] = {
#embed "../Course/week01/vpc-start/starter/main.tf" suffix(, ) if_empty()
0};
static const unsigned char file79[] = {
#embed "../Course/week01/vpc-start/valid-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file80[] = {
#embed "../Course/week01/vpc-start/valid.jq" suffix(, ) if_empty()
0};
static const unsigned char file81[] = {
#embed "../Course/week01/vpc-state/backend-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file82[] = {
#embed "../Course/week01/vpc-state/backend.jq" suffix(, ) if_empty()
0};
static const unsigned char file83[] = {
#embed "../Course/week01/vpc-state/ignored-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file84[] = {
#embed "../Course/week01/vpc-state/ignored-2.jq" suffix(, ) if_empty()
0};
static const unsigned char file85[] = {
#embed "../Course/week01/vpc-state/ignored.jq" suffix(, ) if_empty()
0};
static const unsigned char file86[] = {
#embed "../Course/week01/vpc-state/net.tfplan" suffix(, ) if_empty()
0};
static const unsigned char file87[] = {
#embed "../Course/week01/vpc-state/offline.tfrc" suffix(, ) if_empty()
0};
static const unsigned char file88[] = {
#embed "../Course/week01/vpc-state/running-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file89[] = {
#embed "../Course/week01/vpc-state/running.jq" suffix(, ) if_empty()
0};
static const unsigned char file90[] = {
#embed "../Course/week01/vpc-state/secret.tfvars" suffix(, ) if_empty()
0};
static const unsigned char file91[] = {
#embed "../Course/week01/vpc-state/terraform-study" suffix(, ) if_empty()
0};
static const unsigned char file92[] = {
#embed "../Course/week01/vpc-state/terraform.lock.hcl" suffix(, ) if_empty()
0};
static const unsigned char file93[] = {
#embed "../Course/week01/vpc-state/terraform.tfstate" suffix(, ) if_empty()
0};
static const unsigned char file94[] = {
#embed "../Course/week01/vpc-subnets/ranges.jq" suffix(, ) if_empty()
0};
static const unsigned char file95[] = {
#embed "../Course/week01/vpc-subnets/zones.jq" suffix(, ) if_empty()
0};
static const unsigned char file96[] = {
#embed "../Course/week01/zz_study_override.tf" suffix(, ) if_empty()
0};
static const unsigned char file97[] = {
#embed "../Course/week02/answer/.dockerignore" suffix(, ) if_empty()
0};
static const unsigned char file98[] = {
#embed "../Course/week02/answer/.gitignore" suffix(, ) if_empty()
0};
static const unsigned char file99[] = {
#embed "../Course/week02/answer/Dockerfile" suffix(, ) if_empty()
0};
static const unsigned char file100[] = {
#embed "../Course/week02/answer/OPERATIONS.md" suffix(, ) if_empty()
0};
static const unsigned char file101[] = {
#embed "../Course/week02/answer/app/server.py" suffix(, ) if_empty()
0};
static const unsigned char file102[] = {
#embed "../Course/week02/answer/backup.sh" suffix(, ) if_empty()
0};
static const unsigned char file103[] = {
#embed "../Course/week02/answer/compose.yaml" suffix(, ) if_empty()
0};
static const unsigned char file104[] = {
#embed "../Course/week02/answer/restore.sh" suffix(, ) if_empty()
0};
static const unsigned char file105[] = {
#embed "../Course/week02/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file106[] = {
#embed "../Course/week02/docker-backup/backups.jq" suffix(, ) if_empty()
0};
static const unsigned char file107[] = {
#embed "../Course/week02/docker-backup/failures.jq" suffix(, ) if_empty()
0};
static const unsigned char file108[] = {
#embed "../Course/week02/docker-backup/known-bad.sh" suffix(, ) if_empty()
0};
static const unsigned char file109[] = {
#embed "../Course/week02/docker-backup/restores.jq" suffix(, ) if_empty()
0};
static const unsigned char file110[] = {
#embed "../Course/week02/docker-backup/scripts.jq" suffix(, ) if_empty()
0};
static const unsigned char file111[] = {
#embed "../Course/week02/docker-backup/starter/OPERATIONS.md" suffix(, ) if_empty()
0};
static const unsigned char file112[] = {
#embed "../Course/week02/docker-context/context.jq" suffix(, ) if_empty()
0};
static const unsigned char file113[] = {
#embed "../Course/week02/docker-context/layers.jq" suffix(, ) if_empty()
0};
static const unsigned char file114[] = {
#embed "../Course/week02/docker-context/leaks.jq" suffix(, ) if_empty()
0};
static const unsigned char file115[] = {
#embed "../Course/week02/docker-drilled.jq" suffix(, ) if_empty()
0};
static const unsigned char file116[] = {
#embed "../Course/week02/docker-hardening/confined.jq" suffix(, ) if_empty()
0};
static const unsigned char file117[] = {
#embed "../Course/week02/docker-hardening/password.jq" suffix(, ) if_empty()
0};
static const unsigned char file118[] = {
#embed "../Course/week02/docker-hardening/unshared.jq" suffix(, ) if_empty()
0};
static const unsigned char file119[] = {
#embed "../Course/week02/docker-image/base.jq" suffix(, ) if_empty()
0};
static const unsigned char file120[] = {
#embed "../Course/week02/docker-image/built.console" suffix(, ) if_empty()
0};
static const unsigned char file121[] = {
#embed "../Course/week02/docker-image/built.jq" suffix(, ) if_empty()
0};
static const unsigned char file122[] = {
#embed "../Course/week02/docker-image/hadolint.yaml" suffix(, ) if_empty()
0};
static const unsigned char file123[] = {
#embed "../Course/week02/docker-image/known-bad.Dockerfile" suffix(, ) if_empty()
0};
static const unsigned char file124[] = {
#embed "../Course/week02/docker-image/lint.jq" suffix(, ) if_empty()
0};
static const unsigned char file125[] = {
#embed "../Course/week02/docker-image/rights.jq" suffix(, ) if_empty()
0};
static const unsigned char file126[] = {
#embed "../Course/week02/docker-probed.jq" suffix(, ) if_empty()
0};
static const unsigned char file127[] = {
#embed "../Course/week02/docker-service/counts.jq" suffix(, ) if_empty()
0};
static const unsigned char file128[] = {
#embed "../Course/week02/docker-service/logs.jq" suffix(, ) if_empty()
0};
static const unsigned char file129[] = {
#embed "../Course/week02/docker-service/settings.jq" suffix(, ) if_empty()
0};
static const unsigned char file130[] = {
#embed "../Course/week02/docker-service/starter/app/server.py" suffix(, ) if_empty()
0};
static const unsigned char file131[] = {
#embed "../Course/week02/docker-service/stop.jq" suffix(, ) if_empty()
0};
static const unsigned char file132[] = {
#embed "../Course/week02/docker-stack-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file133[] = {
#embed "../Course/week02/docker-stack/health.jq" suffix(, ) if_empty()
0};
static const unsigned char file134[] = {
#embed "../Course/week02/docker-stack/limits.jq" suffix(, ) if_empty()
0};
static const unsigned char file135[] = {
#embed "../Course/week02/docker-stack/stack-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file136[] = {
#embed "../Course/week02/docker-stack/stack.jq" suffix(, ) if_empty()
0};
static const unsigned char file137[] = {
#embed "../Course/week02/docker-stack/starter/compose.yaml" suffix(, ) if_empty()
0};
static const unsigned char file138[] = {
#embed "../Course/week02/drill.py" suffix(, ) if_empty()
0};
static const unsigned char file139[] = {
#embed "../Course/week02/lesson.jq" suffix(, ) if_empty()
0};
static const unsigned char file140[] = {
#embed "../Course/week02/probe.py" suffix(, ) if_empty()
0};
static const unsigned char file141[] = {
#embed "../Course/week03/answer/.dockerignore" suffix(, ) if_empty()
0};
static const unsigned char file142[] = {
#embed "../Course/week03/answer/.github/dependabot.yml" suffix(, ) if_empty()
0};
static const unsigned char file143[] = {
#embed "../Course/week03/answer/.github/workflows/ci.yml" suffix(, ) if_empty()
0};
static const unsigned char file144[] = {
#embed "../Course/week03/answer/.github/workflows/deploy.yml" suffix(, ) if_empty()
0};
static const unsigned char file145[] = {
#embed "../Course/week03/answer/Dockerfile" suffix(, ) if_empty()
0};
static const unsigned char file146[] = {
#embed "../Course/week03/answer/app/server.py" suffix(, ) if_empty()
0};
static const unsigned char file147[] = {
#embed "../Course/week03/answer/deploy.sh" suffix(, ) if_empty()
0};
static const unsigned char file148[] = {
#embed "../Course/week03/answer/hooks/post-receive" suffix(, ) if_empty()
0};
static const unsigned char file149[] = {
#embed "../Course/week03/answer/hooks/pre-receive" suffix(, ) if_empty()
0};
static const unsigned char file150[] = {
#embed "../Course/week03/answer/rollback.sh" suffix(, ) if_empty()
0};
static const unsigned char file151[] = {
#embed "../Course/week03/answer/tests/test_service.py" suffix(, ) if_empty()
0};
static const unsigned char file152[] = {
#embed "../Course/week03/cd-push/gate.jq" suffix(, ) if_empty()
0};
static const unsigned char file153[] = {
#embed "../Course/week03/cd-push/starter/deploy.sh" suffix(, ) if_empty()
0};
static const unsigned char file154[] = {
#embed "../Course/week03/cd-push/starter/hooks/pre-receive" suffix(, ) if_empty()
0};
static const unsigned char file155[] = {
#embed "../Course/week03/cd-rollback/back.jq" suffix(, ) if_empty()
0};
static const unsigned char file156[] = {
#embed "../Course/week03/cd-rollback/prune.jq" suffix(, ) if_empty()
0};
static const unsigned char file157[] = {
#embed "../Course/week03/cd-workflow/gates.jq" suffix(, ) if_empty()
0};
static const unsigned char file158[] = {
#embed "../Course/week03/cd-workflow/one.jq" suffix(, ) if_empty()
0};
static const unsigned char file159[] = {
#embed "../Course/week03/cd-workflow/start.jq" suffix(, ) if_empty()
0};
static const unsigned char file160[] = {
#embed "../Course/week03/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file161[] = {
#embed "../Course/week03/ci-hardening/audit-2.jq" suffix(, ) if_empty()
0};
static const unsigned char file162[] = {
#embed "../Course/week03/ci-hardening/audit.jq" suffix(, ) if_empty()
0};
static const unsigned char file163[] = {
#embed "../Course/week03/ci-hardening/bot.jq" suffix(, ) if_empty()
0};
static const unsigned char file164[] = {
#embed "../Course/week03/ci-hardening/pins-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file165[] = {
#embed "../Course/week03/ci-hardening/pins.jq" suffix(, ) if_empty()
0};
static const unsigned char file166[] = {
#embed "../Course/week03/ci-hardening/rights.jq" suffix(, ) if_empty()
0};
static const unsigned char file167[] = {
#embed "../Course/week03/ci-tests/faults.py" suffix(, ) if_empty()
0};
static const unsigned char file168[] = {
#embed "../Course/week03/ci-tests/notice.jq" suffix(, ) if_empty()
0};
static const unsigned char file169[] = {
#embed "../Course/week03/ci-tests/pass.jq" suffix(, ) if_empty()
0};
static const unsigned char file170[] = {
#embed "../Course/week03/ci-tests/starter/tests/test_service.py" suffix(, ) if_empty()
0};
static const unsigned char file171[] = {
#embed "../Course/week03/ci-workflow/jobs.jq" suffix(, ) if_empty()
0};
static const unsigned char file172[] = {
#embed "../Course/week03/ci-workflow/starter/.github/workflows/ci.yml" suffix(, ) if_empty()
0};
static const unsigned char file173[] = {
#embed "../Course/week03/deployed.jq" suffix(, ) if_empty()
0};
static const unsigned char file174[] = {
#embed "../Course/week03/jobs.console" suffix(, ) if_empty()
0};
static const unsigned char file175[] = {
#embed "../Course/week03/lesson.jq" suffix(, ) if_empty()
0};
static const unsigned char file176[] = {
#embed "../Course/week03/lint-1.jq" suffix(, ) if_empty()
0};
static const unsigned char file177[] = {
#embed "../Course/week03/lint.jq" suffix(, ) if_empty()
0};
static const unsigned char file178[] = {
#embed "../Course/week03/planted.sh" suffix(, ) if_empty()
0};
static const unsigned char file179[] = {
#embed "../Course/week03/planted.yml" suffix(, ) if_empty()
0};
static const unsigned char file180[] = {
#embed "../Course/week03/push.py" suffix(, ) if_empty()
0};
static const unsigned char file181[] = {
#embed "../Course/week03/shell.jq" suffix(, ) if_empty()
0};
static const unsigned char file182[] = {
#embed "../Course/week03/yaml-folder.txt" suffix(, ) if_empty()
0};
static const unsigned char file183[] = {
#embed "../Course/week04/bot-signature/starter/sign.sh" suffix(, ) if_empty()
0};
static const unsigned char file184[] = {
#embed "../Course/week04/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file185[] = {
#embed "../Course/week04/notify-message/starter/notify.py" suffix(, ) if_empty()
0};
static const unsigned char file186[] = {
#embed "../Course/week04/notify-retry/starter/receiver.py" suffix(, ) if_empty()
0};
static const unsigned char file187[] = {
#embed "../Course/week05/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file188[] = {
#embed "../Course/week05/k8s-workload/starter/kind.yaml" suffix(, ) if_empty()
0};
static const unsigned char file189[] = {
#embed "../Course/week06/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file190[] = {
#embed "../Course/week06/eks-costs/starter/costs.json" suffix(, ) if_empty()
0};
static const unsigned char file191[] = {
#embed "../Course/week06/eks-upgrade/starter/fakes/aws" suffix(, ) if_empty()
0};
static const unsigned char file192[] = {
#embed "../Course/week06/eks-upgrade/starter/fakes/kubectl" suffix(, ) if_empty()
0};
static const unsigned char file193[] = {
#embed "../Course/week06/eks-upgrade/starter/preflight.sh" suffix(, ) if_empty()
0};
static const unsigned char file194[] = {
#embed "../Course/week07/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file195[] = {
#embed "../Course/week07/mon-routes/starter/listener.py" suffix(, ) if_empty()
0};
static const unsigned char file196[] = {
#embed "../Course/week07/mon-rules/starter/rules/tests/tally_test.yml" suffix(, ) if_empty()
0};
static const unsigned char file197[] = {
#embed "../Course/week08/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file198[] = {
#embed "../Course/week08/logs-fluent-bit/starter/k8s/logging/kustomization.yaml" suffix(, ) if_empty()
0};
static const unsigned char file199[] = {
#embed "../Course/week08/logs-loki/starter/retention.json" suffix(, ) if_empty()
0};
static const unsigned char file200[] = {
#embed "../Course/week08/logs-redact/starter/tests/pii.jsonl" suffix(, ) if_empty()
0};
static const unsigned char file201[] = {
#embed "../Course/week08/logs-rotate/starter/load.sh" suffix(, ) if_empty()
0};
static const unsigned char file202[] = {
#embed "../Course/week08/logs-rsyslog/starter/rsyslog.conf" suffix(, ) if_empty()
0};
static const unsigned char file203[] = {
#embed "../Course/week08/logs-structured/starter/hangup.py" suffix(, ) if_empty()
0};
static const unsigned char file204[] = {
#embed "../Course/week09/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file205[] = {
#embed "../Course/week09/ship-canary/starter/nginx/nginx.conf" suffix(, ) if_empty()
0};
static const unsigned char file206[] = {
#embed "../Course/week09/ship-dora/starter/dora/sample.sh" suffix(, ) if_empty()
0};
static const unsigned char file207[] = {
#embed "../Course/week10/checks.json" suffix(, ) if_empty()
0};
static const unsigned char file208[] = {
#embed "../Course/week10/mesh-mtls/starter/mtls/nginx.conf" suffix(, ) if_empty()
0};
static const unsigned char file209[] = {
#embed "../Course/week10/mesh-pki/starter/pki/make.sh" suffix(, ) if_empty()
0};
static const unsigned char file210[] = {
#embed "../Course/week10/sec-game-day/starter/gameday/inject.sh" suffix(, ) if_empty()
0};
static const unsigned char file211[] = {
#embed "../Course/week10/sec-game-day/starter/gameday/postmortem.md" suffix(, ) if_empty()
0};
static const unsigned char file212[] = {
#embed "../Course/week10/sec-game-day/starter/gameday/probe.sh" suffix(, ) if_empty()
0};
static const unsigned char file213[] = {
#embed "../Course/week10/sec-hardening/starter/exceptions.json" suffix(, ) if_empty()
0};

static const struct study_file files[] = {
  {"canaries/actionlint/canary.yml", file0, sizeof file0 - 1},
  {"canaries/alertmanager/alertmanager.yml", file1, sizeof file1 - 1},
  {"canaries/amtool/alertmanager.yml", file2, sizeof file2 - 1},
  {"canaries/bash/canary.sh", file3, sizeof file3 - 1},
  {"canaries/checkov/pod.yaml", file4, sizeof file4 - 1},
  {"canaries/compose/compose.yaml", file5, sizeof file5 - 1},
  {"canaries/docker/Dockerfile", file6, sizeof file6 - 1},
  {"canaries/gitleaks/canary.toml", file7, sizeof file7 - 1},
  {"canaries/hadolint/Dockerfile", file8, sizeof file8 - 1},
  {"canaries/helm/Chart.yaml", file9, sizeof file9 - 1},
  {"canaries/istioctl/vs.yaml", file10, sizeof file10 - 1},
  {"canaries/kind/kind.yaml", file11, sizeof file11 - 1},
  {"canaries/kubectl/a.yaml", file12, sizeof file12 - 1},
  {"canaries/kubectl/b.yaml", file13, sizeof file13 - 1},
  {"canaries/kubernetes-validate/canary.yaml", file14, sizeof file14 - 1},
  {"canaries/logrotate/bad.conf", file15, sizeof file15 - 1},
  {"canaries/nginx/nginx.conf", file16, sizeof file16 - 1},
  {"canaries/openssl/self.crt", file17, sizeof file17 - 1},
  {"canaries/promtool/rules.yml", file18, sizeof file18 - 1},
  {"canaries/promtool/test.yml", file19, sizeof file19 - 1},
  {"canaries/python3/test_canary.py", file20, sizeof file20 - 1},
  {"canaries/rsyslogd/bad.conf", file21, sizeof file21 - 1},
  {"canaries/shellcheck/canary.sh", file22, sizeof file22 - 1},
  {"canaries/terraform/main.tf", file23, sizeof file23 - 1},
  {"canaries/zizmor/.github/workflows/canary.yml", file24, sizeof file24 - 1},
  {"new/roadmap.json", file25, sizeof file25 - 1},
  {"new/tools.json", file26, sizeof file26 - 1},
  {"new/week01/answer/greet.sh", file27, sizeof file27 - 1},
  {"new/week01/checks.json", file28, sizeof file28 - 1},
  {"new/week01/greeting/greets.jq", file29, sizeof file29 - 1},
  {"new/week01/greeting/starter/greet.sh", file30, sizeof file30 - 1},
  {"new/week01/wrong/greeting/always-the-same-name.patch", file31, sizeof file31 - 1},
  {"tools.json", file32, sizeof file32 - 1},
  {"week01/answer/.gitignore", file33, sizeof file33 - 1},
  {"week01/answer/backend.tf", file34, sizeof file34 - 1},
  {"week01/answer/main.tf", file35, sizeof file35 - 1},
  {"week01/answer/modules/network/main.tf", file36, sizeof file36 - 1},
  {"week01/answer/modules/network/outputs.tf", file37, sizeof file37 - 1},
  {"week01/answer/modules/network/variables.tf", file38, sizeof file38 - 1},
  {"week01/answer/modules/network/versions.tf", file39, sizeof file39 - 1},
  {"week01/answer/outputs.tf", file40, sizeof file40 - 1},
  {"week01/answer/tests/network.tftest.hcl", file41, sizeof file41 - 1},
  {"week01/answer/variables.tf", file42, sizeof file42 - 1},
  {"week01/answer/versions.tf", file43, sizeof file43 - 1},
  {"week01/applied-gather.jq", file44, sizeof file44 - 1},
  {"week01/applied-mocks.jq", file45, sizeof file45 - 1},
  {"week01/applied.jq", file46, sizeof file46 - 1},
  {"week01/applied.tftest.hcl", file47, sizeof file47 - 1},
  {"week01/checks.json", file48, sizeof file48 - 1},
  {"week01/lesson.jq", file49, sizeof file49 - 1},
  {"week01/moved-1.jq", file50, sizeof file50 - 1},
  {"week01/moved.jq", file51, sizeof file51 - 1},
  {"week01/moved.tftest.hcl", file52, sizeof file52 - 1},
  {"week01/providers.py", file53, sizeof file53 - 1},
  {"week01/rewrite.py", file54, sizeof file54 - 1},
  {"week01/vpc-firewall/service-port.jq", file55, sizeof file55 - 1},
  {"week01/vpc-firewall/world.jq", file56, sizeof file56 - 1},
  {"week01/vpc-inputs/moves.jq", file57, sizeof file57 - 1},
  {"week01/vpc-inputs/outputs-1.jq", file58, sizeof file58 - 1},
  {"week01/vpc-inputs/outputs.jq", file59, sizeof file59 - 1},
  {"week01/vpc-inputs/tags.jq", file60, sizeof file60 - 1},
  {"week01/vpc-inputs/variables.jq", file61, sizeof file61 - 1},
  {"week01/vpc-module/module-tests-1.jq", file62, sizeof file62 - 1},
  {"week01/vpc-module/module-tests-2.jq", file63, sizeof file63 - 1},
  {"week01/vpc-module/module-tests-3.jq", file64, sizeof file64 - 1},
  {"week01/vpc-module/module-tests-mocks.jq", file65, sizeof file65 - 1},
  {"week01/vpc-module/module-tests.jq", file66, sizeof file66 - 1},
  {"week01/vpc-module/own-module-1.jq", file67, sizeof file67 - 1},
  {"week01/vpc-module/own-module-2.jq", file68, sizeof file68 - 1},
  {"week01/vpc-module/own-module-gather.jq", file69, sizeof file69 - 1},
  {"week01/vpc-module/own-module.jq", file70, sizeof file70 - 1},
  {"week01/vpc-module/starter/tests/network.tftest.hcl", file71, sizeof file71 - 1},
  {"week01/vpc-routes/private-routes-1.jq", file72, sizeof file72 - 1},
  {"week01/vpc-routes/private-routes.jq", file73, sizeof file73 - 1},
  {"week01/vpc-routes/public-routes.jq", file74, sizeof file74 - 1},
  {"week01/vpc-start/dns.jq", file75, sizeof file75 - 1},
  {"week01/vpc-start/formatted.jq", file76, sizeof file76 - 1},
  {"week01/vpc-start/pinned.jq", file77, sizeof file77 - 1},
  {"week01/vpc-start/starter/main.tf", file78, sizeof file78 - 1},
  {"week01/vpc-start/valid-1.jq", file79, sizeof file79 - 1},
  {"week01/vpc-start/valid.jq", file80, sizeof file80 - 1},
  {"week01/vpc-state/backend-1.jq", file81, sizeof file81 - 1},
  {"week01/vpc-state/backend.jq", file82, sizeof file82 - 1},
  {"week01/vpc-state/ignored-1.jq", file83, sizeof file83 - 1},
  {"week01/vpc-state/ignored-2.jq", file84, sizeof file84 - 1},
  {"week01/vpc-state/ignored.jq", file85, sizeof file85 - 1},
  {"week01/vpc-state/net.tfplan", file86, sizeof file86 - 1},
  {"week01/vpc-state/offline.tfrc", file87, sizeof file87 - 1},
  {"week01/vpc-state/running-1.jq", file88, sizeof file88 - 1},
  {"week01/vpc-state/running.jq", file89, sizeof file89 - 1},
  {"week01/vpc-state/secret.tfvars", file90, sizeof file90 - 1},
  {"week01/vpc-state/terraform-study", file91, sizeof file91 - 1},
  {"week01/vpc-state/terraform.lock.hcl", file92, sizeof file92 - 1},
  {"week01/vpc-state/terraform.tfstate", file93, sizeof file93 - 1},
  {"week01/vpc-subnets/ranges.jq", file94, sizeof file94 - 1},
  {"week01/vpc-subnets/zones.jq", file95, sizeof file95 - 1},
  {"week01/zz_study_override.tf", file96, sizeof file96 - 1},
  {"week02/answer/.dockerignore", file97, sizeof file97 - 1},
  {"week02/answer/.gitignore", file98, sizeof file98 - 1},
  {"week02/answer/Dockerfile", file99, sizeof file99 - 1},
  {"week02/answer/OPERATIONS.md", file100, sizeof file100 - 1},
  {"week02/answer/app/server.py", file101, sizeof file101 - 1},
  {"week02/answer/backup.sh", file102, sizeof file102 - 1},
  {"week02/answer/compose.yaml", file103, sizeof file103 - 1},
  {"week02/answer/restore.sh", file104, sizeof file104 - 1},
  {"week02/checks.json", file105, sizeof file105 - 1},
  {"week02/docker-backup/backups.jq", file106, sizeof file106 - 1},
  {"week02/docker-backup/failures.jq", file107, sizeof file107 - 1},
  {"week02/docker-backup/known-bad.sh", file108, sizeof file108 - 1},
  {"week02/docker-backup/restores.jq", file109, sizeof file109 - 1},
  {"week02/docker-backup/scripts.jq", file110, sizeof file110 - 1},
  {"week02/docker-backup/starter/OPERATIONS.md", file111, sizeof file111 - 1},
  {"week02/docker-context/context.jq", file112, sizeof file112 - 1},
  {"week02/docker-context/layers.jq", file113, sizeof file113 - 1},
  {"week02/docker-context/leaks.jq", file114, sizeof file114 - 1},
  {"week02/docker-drilled.jq", file115, sizeof file115 - 1},
  {"week02/docker-hardening/confined.jq", file116, sizeof file116 - 1},
  {"week02/docker-hardening/password.jq", file117, sizeof file117 - 1},
  {"week02/docker-hardening/unshared.jq", file118, sizeof file118 - 1},
  {"week02/docker-image/base.jq", file119, sizeof file119 - 1},
  {"week02/docker-image/built.console", file120, sizeof file120 - 1},
  {"week02/docker-image/built.jq", file121, sizeof file121 - 1},
  {"week02/docker-image/hadolint.yaml", file122, sizeof file122 - 1},
  {"week02/docker-image/known-bad.Dockerfile", file123, sizeof file123 - 1},
  {"week02/docker-image/lint.jq", file124, sizeof file124 - 1},
  {"week02/docker-image/rights.jq", file125, sizeof file125 - 1},
  {"week02/docker-probed.jq", file126, sizeof file126 - 1},
  {"week02/docker-service/counts.jq", file127, sizeof file127 - 1},
  {"week02/docker-service/logs.jq", file128, sizeof file128 - 1},
  {"week02/docker-service/settings.jq", file129, sizeof file129 - 1},
  {"week02/docker-service/starter/app/server.py", file130, sizeof file130 - 1},
  {"week02/docker-service/stop.jq", file131, sizeof file131 - 1},
  {"week02/docker-stack-1.jq", file132, sizeof file132 - 1},
  {"week02/docker-stack/health.jq", file133, sizeof file133 - 1},
  {"week02/docker-stack/limits.jq", file134, sizeof file134 - 1},
  {"week02/docker-stack/stack-1.jq", file135, sizeof file135 - 1},
  {"week02/docker-stack/stack.jq", file136, sizeof file136 - 1},
  {"week02/docker-stack/starter/compose.yaml", file137, sizeof file137 - 1},
  {"week02/drill.py", file138, sizeof file138 - 1},
  {"week02/lesson.jq", file139, sizeof file139 - 1},
  {"week02/probe.py", file140, sizeof file140 - 1},
  {"week03/answer/.dockerignore", file141, sizeof file141 - 1},
  {"week03/answer/.github/dependabot.yml", file142, sizeof file142 - 1},
  {"week03/answer/.github/workflows/ci.yml", file143, sizeof file143 - 1},
  {"week03/answer/.github/workflows/deploy.yml", file144, sizeof file144 - 1},
  {"week03/answer/Dockerfile", file145, sizeof file145 - 1},
  {"week03/answer/app/server.py", file146, sizeof file146 - 1},
  {"week03/answer/deploy.sh", file147, sizeof file147 - 1},
  {"week03/answer/hooks/post-receive", file148, sizeof file148 - 1},
  {"week03/answer/hooks/pre-receive", file149, sizeof file149 - 1},
  {"week03/answer/rollback.sh", file150, sizeof file150 - 1},
  {"week03/answer/tests/test_service.py", file151, sizeof file151 - 1},
  {"week03/cd-push/gate.jq", file152, sizeof file152 - 1},
  {"week03/cd-push/starter/deploy.sh", file153, sizeof file153 - 1},
  {"week03/cd-push/starter/hooks/pre-receive", file154, sizeof file154 - 1},
  {"week03/cd-rollback/back.jq", file155, sizeof file155 - 1},
  {"week03/cd-rollback/prune.jq", file156, sizeof file156 - 1},
  {"week03/cd-workflow/gates.jq", file157, sizeof file157 - 1},
  {"week03/cd-workflow/one.jq", file158, sizeof file158 - 1},
  {"week03/cd-workflow/start.jq", file159, sizeof file159 - 1},
  {"week03/checks.json", file160, sizeof file160 - 1},
  {"week03/ci-hardening/audit-2.jq", file161, sizeof file161 - 1},
  {"week03/ci-hardening/audit.jq", file162, sizeof file162 - 1},
  {"week03/ci-hardening/bot.jq", file163, sizeof file163 - 1},
  {"week03/ci-hardening/pins-1.jq", file164, sizeof file164 - 1},
  {"week03/ci-hardening/pins.jq", file165, sizeof file165 - 1},
  {"week03/ci-hardening/rights.jq", file166, sizeof file166 - 1},
  {"week03/ci-tests/faults.py", file167, sizeof file167 - 1},
  {"week03/ci-tests/notice.jq", file168, sizeof file168 - 1},
  {"week03/ci-tests/pass.jq", file169, sizeof file169 - 1},
  {"week03/ci-tests/starter/tests/test_service.py", file170, sizeof file170 - 1},
  {"week03/ci-workflow/jobs.jq", file171, sizeof file171 - 1},
  {"week03/ci-workflow/starter/.github/workflows/ci.yml", file172, sizeof file172 - 1},
  {"week03/deployed.jq", file173, sizeof file173 - 1},
  {"week03/jobs.console", file174, sizeof file174 - 1},
  {"week03/lesson.jq", file175, sizeof file175 - 1},
  {"week03/lint-1.jq", file176, sizeof file176 - 1},
  {"week03/lint.jq", file177, sizeof file177 - 1},
  {"week03/planted.sh", file178, sizeof file178 - 1},
  {"week03/planted.yml", file179, sizeof file179 - 1},
  {"week03/push.py", file180, sizeof file180 - 1},
  {"week03/shell.jq", file181, sizeof file181 - 1},
  {"week03/yaml-folder.txt", file182, sizeof file182 - 1},
  {"week04/bot-signature/starter/sign.sh", file183, sizeof file183 - 1},
  {"week04/checks.json", file184, sizeof file184 - 1},
  {"week04/notify-message/starter/notify.py", file185, sizeof file185 - 1},
  {"week04/notify-retry/starter/receiver.py", file186, sizeof file186 - 1},
  {"week05/checks.json", file187, sizeof file187 - 1},
  {"week05/k8s-workload/starter/kind.yaml", file188, sizeof file188 - 1},
  {"week06/checks.json", file189, sizeof file189 - 1},
  {"week06/eks-costs/starter/costs.json", file190, sizeof file190 - 1},
  {"week06/eks-upgrade/starter/fakes/aws", file191, sizeof file191 - 1},
  {"week06/eks-upgrade/starter/fakes/kubectl", file192, sizeof file192 - 1},
  {"week06/eks-upgrade/starter/preflight.sh", file193, sizeof file193 - 1},
  {"week07/checks.json", file194, sizeof file194 - 1},
  {"week07/mon-routes/starter/listener.py", file195, sizeof file195 - 1},
  {"week07/mon-rules/starter/rules/tests/tally_test.yml", file196, sizeof file196 - 1},
  {"week08/checks.json", file197, sizeof file197 - 1},
  {"week08/logs-fluent-bit/starter/k8s/logging/kustomization.yaml", file198, sizeof file198 - 1},
  {"week08/logs-loki/starter/retention.json", file199, sizeof file199 - 1},
  {"week08/logs-redact/starter/tests/pii.jsonl", file200, sizeof file200 - 1},
  {"week08/logs-rotate/starter/load.sh", file201, sizeof file201 - 1},
  {"week08/logs-rsyslog/starter/rsyslog.conf", file202, sizeof file202 - 1},
  {"week08/logs-structured/starter/hangup.py", file203, sizeof file203 - 1},
  {"week09/checks.json", file204, sizeof file204 - 1},
  {"week09/ship-canary/starter/nginx/nginx.conf", file205, sizeof file205 - 1},
  {"week09/ship-dora/starter/dora/sample.sh", file206, sizeof file206 - 1},
  {"week10/checks.json", file207, sizeof file207 - 1},
  {"week10/mesh-mtls/starter/mtls/nginx.conf", file208, sizeof file208 - 1},
  {"week10/mesh-pki/starter/pki/make.sh", file209, sizeof file209 - 1},
  {"week10/sec-game-day/starter/gameday/inject.sh", file210, sizeof file210 - 1},
  {"week10/sec-game-day/starter/gameday/postmortem.md", file211, sizeof file211 - 1},
  {"week10/sec-game-day/starter/gameday/probe.sh", file212, sizeof file212 - 1},
  {"week10/sec-hardening/starter/exceptions.json", file213, sizeof file213 - 1},
};
const struct study_file *const study_course_files = files;
const unsigned long study_course_count = sizeof files / sizeof *files;
