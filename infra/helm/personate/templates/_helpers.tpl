{{- define "personate.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What never changes of a part: selectors stand on it. (dict "root" $ "part" "gateway") */}}
{{- define "personate.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "personate.labels" -}}
{{ include "personate.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "personate.image" -}}
{{ .root.Values.image.repository }}-{{ .image }}:{{ default .root.Chart.AppVersion .root.Values.image.tag }}
{{- end -}}

{{/* No part of Personate asks the Kubernetes API for anything. */}}
{{- define "personate.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ default 1000 .user }}
  runAsGroup: {{ default 1000 .user }}
  fsGroup: {{ default 1000 .user }}
  seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "personate.container" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end -}}

{{- define "personate.placement" -}}
{{- with .nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Of the services that call models, ingestion alone tunes any. */}}
{{- define "personate.isGiven" -}}
{{- if or (eq .part "ingestion") (ne .variable "PERSONATE_TRAINING_API_KEY") }}yes{{ end -}}
{{- end -}}

{{/* Environment of a service: its own settings go before those that all have. */}}
{{- define "personate.env" -}}
{{- $root := .root -}}
{{- $own := index $root.Values .part -}}
{{- $env := dict "DATABASE_URL_FILE" "/run/personate/own/database-url" "REDIS_URL_FILE" "/run/personate/own/redis-url" "PERSONATE_KNOWLEDGE_STORE" $root.Values.knowledge.store -}}
{{- if ne .part "evolution" -}}
{{- $_ := set $env "PERSONATE_UPLOADS_DIR" "/var/lib/personate/uploads" -}}
{{- $_ := set $env "PERSONATE_MODELS_DIR" "/var/lib/personate/models" -}}
{{- with $root.Values.secrets.models -}}
{{- if .existingSecret -}}
{{- range .variables -}}
{{- if include "personate.isGiven" (dict "part" $.part "variable" .) -}}
{{- $_ := set $env (printf "%s_FILE" .) (printf "/run/personate/models/%s" .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq $root.Values.uploads.kind "s3" -}}
{{- with $root.Values.uploads.s3 -}}
{{- $_ := set $env "PERSONATE_S3_BUCKET" (required "uploads.s3.bucket: say which bucket" .bucket) -}}
{{- $_ := set $env "PERSONATE_S3_REGION" .region -}}
{{- if .endpoint }}{{ $_ := set $env "PERSONATE_S3_ENDPOINT" .endpoint }}{{ end -}}
{{- if .prefix }}{{ $_ := set $env "PERSONATE_S3_PREFIX" .prefix }}{{ end -}}
{{- if .existingSecret -}}
{{- $_ := set $env "PERSONATE_S3_ACCESS_KEY_ID_FILE" "/run/personate/s3/access-key-id" -}}
{{- $_ := set $env "PERSONATE_S3_SECRET_ACCESS_KEY_FILE" "/run/personate/s3/secret-access-key" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $root.Values.egress.allow -}}
{{- $proxy := printf "http://%s-egress:3128" (include "personate.fullname" $root) -}}
{{- $_ := set $env "NODE_USE_ENV_PROXY" "1" -}}
{{- $_ := set $env "HTTPS_PROXY" $proxy -}}
{{- $_ := set $env "HTTP_PROXY" $proxy -}}
{{- $inside := list "localhost" "127.0.0.1" ((urlParse $root.Values.knowledge.qdrantUrl).hostname) (printf "%s-qdrant" (include "personate.fullname" $root)) ".svc" ".cluster.local" -}}
{{- with dig "OTEL_EXPORTER_OTLP_ENDPOINT" "" $root.Values.settings }}{{ $inside = append $inside (urlParse .).hostname }}{{ end -}}
{{- $_ := set $env "NO_PROXY" (join "," $inside) -}}
{{- end -}}
{{- end -}}
{{- if eq .part "gateway" -}}
{{- $_ := set $env "PERSONATE_METRICS_PORT" "8788" -}}
{{- $_ := set $env "PERSONATE_ADMIN_KEY_FILE" "/run/personate/own/admin-key" -}}
{{- $name := printf "%s-gateway" (include "personate.fullname" $root) -}}
{{- $hosts := list "localhost" $name (printf "%s.%s" $name $root.Release.Namespace) (printf "%s.%s.svc" $name $root.Release.Namespace) (printf "%s.%s.svc.cluster.local" $name $root.Release.Namespace) -}}
{{- if $own.ingress.enabled }}{{ $hosts = append $hosts $own.ingress.host }}{{ end -}}
{{- $_ := set $env "PERSONATE_ALLOWED_HOSTS" (join "," (concat $hosts $own.allowedHosts)) -}}
{{- end -}}
{{- if and (eq .part "ingestion") (ne $root.Values.knowledge.store "pgvector") -}}
{{- $_ := set $env "QDRANT_URL" (include "personate.qdrantUrl" $root) -}}
{{- $_ := set $env "QDRANT_API_KEY_FILE" "/run/personate/own/qdrant-api-key" -}}
{{- end -}}
{{- if eq .part "ingestion" }}{{ $_ := set $env "PERSONATE_PERSONAS_DIR" "/app/personas-data" }}{{ end -}}
{{- if $root.Values.secrets.traces.existingSecret }}{{ $_ := set $env "OTEL_EXPORTER_OTLP_HEADERS_FILE" "/run/personate/traces/headers" }}{{ end -}}
{{- if $root.Values.secrets.certificates.existingSecret }}{{ $_ := set $env "NODE_EXTRA_CA_CERTS" "/run/personate/certificates/ca.crt" }}{{ end -}}
{{- range $name, $value := merge (deepCopy $own.settings) $root.Values.settings $env }}
- name: {{ $name }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end -}}

{{- define "personate.qdrantUrl" -}}
{{- if .Values.bundled.qdrant.enabled -}}
http://{{ include "personate.fullname" . }}-qdrant:6333
{{- else -}}
{{ .Values.knowledge.qdrantUrl }}
{{- end -}}
{{- end -}}

{{/* The keys of its Secret that a service is given, whatever else lies in it. */}}
{{- define "personate.keys" -}}
{{- $keys := list "database-url" "redis-url" -}}
{{- if eq .part "gateway" }}{{ $keys = append $keys "admin-key" }}{{ end -}}
{{- if and (eq .part "ingestion") (ne .root.Values.knowledge.store "pgvector") }}{{ $keys = append $keys "qdrant-api-key" }}{{ end -}}
{{- join "," $keys -}}
{{- end -}}

{{- define "personate.volumes" -}}
{{- $root := .root -}}
- name: tmp
  emptyDir: { sizeLimit: 2Gi }
- name: own
  secret:
    secretName: {{ index $root.Values.secrets .part }}
    defaultMode: 0440
    items:
      {{- range splitList "," (include "personate.keys" .) }}
      - { key: {{ . }}, path: {{ . }} }
      {{- end }}
{{- with $root.Values.secrets.certificates }}
{{- if .existingSecret }}
- name: certificates
  secret:
    secretName: {{ .existingSecret }}
    items: [{ key: {{ .key | quote }}, path: ca.crt }]
{{- end }}
{{- end }}
{{- with $root.Values.secrets.traces }}
{{- if .existingSecret }}
- name: traces
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 0440
    items: [{ key: {{ .key | quote }}, path: headers }]
{{- end }}
{{- end }}
{{- if ne .part "evolution" }}
- name: models
  emptyDir: { sizeLimit: 1Gi }
- name: uploads
  {{- if eq $root.Values.uploads.kind "s3" }}
  emptyDir: { sizeLimit: {{ $root.Values.uploads.s3.scratch }} }
  {{- else }}
  persistentVolumeClaim:
    claimName: {{ default (printf "%s-uploads" (include "personate.fullname" $root)) $root.Values.uploads.volume.existingClaim }}
  {{- end }}
{{- with $root.Values.secrets.models }}
{{- if .existingSecret }}
- name: model-keys
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 0440
    items:
      {{- range .variables }}
      {{- if include "personate.isGiven" (dict "part" $.part "variable" .) }}
      - { key: {{ . }}, path: {{ . }} }
      {{- end }}
      {{- end }}
{{- end }}
{{- end }}
{{- with $root.Values.uploads.s3 }}
{{- if and (eq $root.Values.uploads.kind "s3") .existingSecret }}
- name: s3
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 0440
    items:
      - { key: access-key-id, path: access-key-id }
      - { key: secret-access-key, path: secret-access-key }
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "personate.mounts" -}}
{{- $root := .root -}}
- { name: tmp, mountPath: /tmp }
- { name: own, mountPath: /run/personate/own, readOnly: true }
{{- if $root.Values.secrets.certificates.existingSecret }}
- { name: certificates, mountPath: /run/personate/certificates, readOnly: true }
{{- end }}
{{- if $root.Values.secrets.traces.existingSecret }}
- { name: traces, mountPath: /run/personate/traces, readOnly: true }
{{- end }}
{{- if ne .part "evolution" }}
- { name: models, mountPath: /var/lib/personate/models }
- { name: uploads, mountPath: /var/lib/personate/uploads }
{{- if $root.Values.secrets.models.existingSecret }}
- { name: model-keys, mountPath: /run/personate/models, readOnly: true }
{{- end }}
{{- if and (eq $root.Values.uploads.kind "s3") $root.Values.uploads.s3.existingSecret }}
- { name: s3, mountPath: /run/personate/s3, readOnly: true }
{{- end }}
{{- end }}
{{- end -}}
