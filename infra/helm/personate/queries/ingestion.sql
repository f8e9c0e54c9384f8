SELECT count(*) FROM (
  SELECT persona_id FROM records.ingestion_job WHERE status IN ('queued', 'running')
  UNION
  SELECT persona_id FROM records.knowledge_generation
  WHERE (status = 'building' AND NOT stopped) OR status = 'dropping'
) AS waiting
