"""What the stand-in's routes share: pages of lists, and what was sent."""

import json


def page(items, query):
    limit, start = int(query.get("limit", 200)), int(query.get("cursor", 0))
    answer = {"items": items[start:start + limit], "total": len(items)}
    if start + limit < len(items):
        answer["next"] = str(start + limit)
    return answer


def body(request):
    return json.loads(request.raw) if request.raw else {}
