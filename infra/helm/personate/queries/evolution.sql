SELECT count(*) FROM records.persona p
LEFT JOIN records.evolution_cursor c ON c.persona_id = p.id
CROSS JOIN LATERAL (
  SELECT t.created_at FROM records.turn t
  WHERE t.persona_id = p.id AND t.sequence > coalesce(c.sequence, 0)
  ORDER BY t.sequence LIMIT 1
) AS next
WHERE p.status = 'active' AND p.consent_withdrawn_at IS NULL
  AND next.created_at < now() - interval '30 seconds'
